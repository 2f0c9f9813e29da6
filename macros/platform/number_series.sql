{#-
  A query of whole numbers, one column `number`: from the first up to, not including,
  the last.
-#}
{% macro number_series(first, last) %}
    {{ return(adapter.dispatch('number_series', 'segmentation')(first, last)) }}
{% endmacro %}

{% macro default__number_series(first, last) %}
    {{ return('select unnest(range(' ~ first ~ ', ' ~ last ~ ')) as number') }}
{% endmacro %}
