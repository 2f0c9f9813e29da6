{#-
  The documented columns of a model in dbt's graph, as conditions refer to them:
  {name: {sql: relation.column, kind: see _column_kind, values: those of a dimension}}.
-#}
{% macro _columns_of(node) %}
    {% set columns = {} %}
    {% for column in node.columns.values() %}
        {% set meta = column.get('meta') or column.get('config', {}).get('meta') or {} %}
        {% set values = [] %}
        {% for rule in meta.get('classify') or [] if rule is mapping %}
            {% do values.append(rule.value) %}
        {% endfor %}
        {% do columns.update({column.name: {
            'relation': node.name,
            'sql': node.name ~ '.' ~ column.name,
            'kind': _column_kind(column.data_type),
            'values': values,
        }}) %}
    {% endfor %}
    {{ return(columns) }}
{% endmacro %}
