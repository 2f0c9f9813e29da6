{#-
  A value of a definition as a message shows it: short, on one line, texts in quotes.
-#}
{% macro _shown(value) %}
    {% set text = '"' ~ value ~ '"' if value is string else tojson(value, value | string) %}
    {% set line = (text[:200].split() | join(' ')) %}
    {{ return(line if line | length <= 80 else line[:80] ~ '…') }}
{% endmacro %}
