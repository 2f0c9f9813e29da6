{#-
  The dimensions of a model whose values are all declared: {column: values}. Left out are
  those that pass a text on (value_of) without naming its values in meta.
-#}
{% macro closed_dimensions(model_name) %}
    {% set dimensions = {} %}
    {% if execute %}
        {% set node = graph.nodes['model.' ~ project_name ~ '.' ~ model_name] %}
        {% for name, rules in classification_rules(model_name).items() %}
            {% set meta = column_meta(node.columns[name]) %}
            {% set passed_on = rules | select('mapping') | selectattr('value_of', 'defined') | list %}
            {% if meta.get('values') or meta.get('values_from') or not passed_on %}
                {% do dimensions.update({name: dimension_values(meta)}) %}
            {% endif %}
        {% endfor %}
    {% endif %}
    {{ return(dimensions) }}
{% endmacro %}
