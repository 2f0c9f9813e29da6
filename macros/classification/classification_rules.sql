{#-
  The dimensions of a model: {column: its ordered rules}, from `meta.classify` of its
  columns. Unit tests replace this macro with the rules that they test.
-#}
{% macro classification_rules(model_name) %}
    {% set dimensions = {} %}
    {% if graph.nodes is defined %}
        {% set node = graph.nodes['model.' ~ project_name ~ '.' ~ model_name] %}
        {% for column in node.columns.values() if column_meta(column).get('classify') %}
            {% do dimensions.update({column.name: column_meta(column).classify}) %}
        {% endfor %}
    {% endif %}
    {{ return(dimensions) }}
{% endmacro %}
