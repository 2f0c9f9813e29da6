{#-
  Checks the content of a playbook: items with a type and a priority, no type and no
  priority twice.
-#}
{% macro _check_playbook_content(content, expected, context) %}
    {% if content is none %}
        {{ return(none) }}
    {% endif %}
    {% if not _is_list(content) or not content %}
        {% do _problem(
            context, 'playbook.content', 'a value of the wrong type', found=content,
            expected=expected
        ) %}
        {{ return(none) }}
    {% endif %}
    {% set seen = {'type': {}, 'priority': {}} %}
    {% for item in content %}
        {% set path = 'playbook.content[' ~ loop.index0 ~ ']' %}
        {% if item is not mapping or item.keys() | sort | list != ['priority', 'type']
            or not _is_text(item.type) or item.priority is not integer
            or item.priority is boolean or item.priority < 1 %}
            {% do _problem(
                context, path, 'an item of content is wrong', found=item,
                expected='{type: a name, priority: a whole number from 1}'
            ) %}
        {% else %}
            {% for key in seen %}
                {% if item[key] in seen[key] %}
                    {% do _problem(
                        context, path ~ '.' ~ key, 'a second item of this ' ~ key,
                        found=item[key], expected='each ' ~ key ~ ' once'
                    ) %}
                {% endif %}
                {% do seen[key].update({item[key]: true}) %}
            {% endfor %}
        {% endif %}
    {% endfor %}
{% endmacro %}
