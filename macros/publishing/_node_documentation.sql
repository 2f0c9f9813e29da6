{#-
  A model's descriptions as JSON: of the table, and of its columns by name.

  node: a model of the graph.
-#}
{% macro _node_documentation(node) %}
    {% set columns = {} %}
    {% for name, column in node.columns.items() %}
        {% do columns.update({name: (column.description or '') | trim}) %}
    {% endfor %}
    {{ return(tojson({
        'description': (node.description or '') | trim,
        'columns': columns,
    })) }}
{% endmacro %}
