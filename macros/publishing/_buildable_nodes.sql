{#-
  The models, seeds and data tests among some nodes of the graph.

  node_ids: their unique_ids.
-#}
{% macro _buildable_nodes(node_ids) %}
    {% set found = [] %}
    {% for node_id in node_ids %}
        {% set node = graph.nodes.get(node_id) %}
        {% if node and node.resource_type in ['model', 'seed', 'test']
            and node.config.materialized != 'ephemeral' %}
            {% do found.append(node) %}
        {% endif %}
    {% endfor %}
    {{ return(found) }}
{% endmacro %}
