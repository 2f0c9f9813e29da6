{#-
  A query that turns columns into rows: the keys, `number` (from 0) and `value`.

  relation: a CTE. keys: list of columns kept. columns: list of columns of one type.
-#}
{% macro unnested_columns(relation, keys, columns) %}
    {{ return(
        adapter.dispatch('unnested_columns', 'segmentation')(relation, keys, columns)
    ) }}
{% endmacro %}

{% macro default__unnested_columns(relation, keys, columns) %}
    {{ return(
        'select\n        ' ~ (keys | join(',\n        ')) ~ ',\n        unnest(['
        ~ (range(columns | length) | join(', ')) ~ ']) as number,\n        unnest(['
        ~ (columns | join(', ')) ~ ']) as value\n    from ' ~ relation
    ) }}
{% endmacro %}
