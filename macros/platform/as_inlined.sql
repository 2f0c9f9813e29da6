{#-
  The word before a CTE that each of its readers is to filter for itself, so that a reader
  who asks for few rows reads few.
-#}
{% macro as_inlined() %}
    {{ return(adapter.dispatch('as_inlined', 'segmentation')()) }}
{% endmacro %}

{% macro default__as_inlined() %}
    {{ return('as not materialized') }}
{% endmacro %}
