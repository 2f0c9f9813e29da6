{#-
  The documented columns of a model in dbt's graph, as conditions refer to them:
  {name: {sql: relation.column, kind: see _column_kind, values: those of a dimension}}.
-#}
{% macro _columns_of(node) %}
    {% set columns = {} %}
    {% for column in node.columns.values() %}
        {% do columns.update({column.name: {
            'relation': node.name,
            'sql': node.name ~ '.' ~ column.name,
            'kind': _column_kind(column.data_type),
            'values': dimension_values(column_meta(column)),
        }}) %}
    {% endfor %}
    {{ return(columns) }}
{% endmacro %}
