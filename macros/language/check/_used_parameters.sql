{#- Notes the names of the parameters that a template's criteria use. -#}
{% macro _used_parameters(node, used) %}
    {% if node is mapping and node | length == 1 and 'parameter' in node %}
        {% do used.append(node.parameter) %}
    {% elif node is mapping %}
        {% for part in node.values() %}
            {% do _used_parameters(part, used) %}
        {% endfor %}
    {% elif _is_list(node) %}
        {% for part in node %}
            {% do _used_parameters(part, used) %}
        {% endfor %}
    {% endif %}
{% endmacro %}
