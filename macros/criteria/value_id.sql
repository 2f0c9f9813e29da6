{#- The id that a value of a dimension has in `dimension.value`: At-Risk is at_risk. -#}
{% macro value_id(column) %}
    {{ return(
        "trim(regexp_replace(lower(" ~ column ~ "), '[^a-z0-9]+', '_', 'g'), '_')"
    ) }}
{% endmacro %}
