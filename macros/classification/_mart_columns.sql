{#-
  The columns of a model as conditions refer to them, see _columns_of(). A unit test has
  no graph: there they are read from the relation that was built before.
-#}
{% macro _mart_columns(name) %}
    {% if graph.nodes is defined %}
        {{ return(_columns_of(graph.nodes['model.' ~ project_name ~ '.' ~ name])) }}
    {% endif %}
    {% set columns = {} %}
    {% set relation = adapter.get_relation(target.database, target.schema, name) %}
    {% for column in adapter.get_columns_in_relation(relation) if relation %}
        {% do columns.update({column.name: {
            'relation': name,
            'sql': name ~ '.' ~ column.name,
            'kind': _column_kind(column.dtype),
            'values': [],
        }}) %}
    {% endfor %}
    {{ return(columns) }}
{% endmacro %}
