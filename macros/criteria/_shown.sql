{#- A value of a definition as a message shows it: as JSON, cut at 80 letters. -#}
{% macro _shown(value) %}
    {% if value is string %}
        {% set text = tojson(value[:81]) %}
        {{ return(text if value | length <= 80 else tojson(value[:80] ~ '…')) }}
    {% endif %}
    {% set text = tojson(value, value | string) %}
    {{ return(text if text | length <= 80 else text[:80] ~ '…') }}
{% endmacro %}
