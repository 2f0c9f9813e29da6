{#-
  The word before a CTE that is to be computed once, though several others read it.
-#}
{% macro as_materialized() %}
    {{ return(adapter.dispatch('as_materialized', 'segmentation')()) }}
{% endmacro %}

{% macro default__as_materialized() %}
    {{ return('as materialized') }}
{% endmacro %}
