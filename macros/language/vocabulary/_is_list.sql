{#- Whether a value of a definition is a list. -#}
{% macro _is_list(value) %}
    {{ return(value is sequence and value is not string and value is not mapping) }}
{% endmacro %}
