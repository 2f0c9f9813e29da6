{#- The id of a value of a dimension in `dimension.value`: At-Risk is at_risk. -#}
{% macro value_id(value) %}
    {{ return(modules.re.sub('[^a-z0-9]+', '_', value | string | lower).strip('_')) }}
{% endmacro %}
