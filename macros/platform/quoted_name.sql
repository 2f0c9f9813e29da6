{#- The name of a column in double quotes, whatever it holds. -#}
{% macro quoted_name(name) %}
    {{ return('"' ~ (name | replace('"', '""')) ~ '"') }}
{% endmacro %}
