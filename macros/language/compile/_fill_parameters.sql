{#-
  A copy of a condition in which every {parameter: name} is the value of that name.
-#}
{% macro _fill_parameters(node, values) %}
    {% if node is mapping %}
        {% if node | length == 1 and 'parameter' in node and node.parameter in values %}
            {{ return(values[node.parameter]) }}
        {% endif %}
        {% set filled = {} %}
        {% for key, part in node.items() %}
            {% do filled.update({key: _fill_parameters(part, values)}) %}
        {% endfor %}
        {{ return(filled) }}
    {% elif _is_list(node) %}
        {% set filled = [] %}
        {% for part in node %}
            {% do filled.append(_fill_parameters(part, values)) %}
        {% endfor %}
        {{ return(filled) }}
    {% endif %}
    {{ return(node) }}
{% endmacro %}
