{#- Notes the keys that are missing from a part of a playbook, or are not known there. -#}
{% macro _check_playbook_keys(path, value, keys, context) %}
    {% if value is not mapping %}
        {% do _problem(
            context, path, 'a value of the wrong type', found=value,
            expected='a mapping of ' ~ (keys.keys() | join(', '))
        ) %}
        {{ return(none) }}
    {% endif %}
    {% for key in value if key not in keys %}
        {% do _problem(
            context, path, 'unknown key of a playbook', found=key,
            expected=keys.keys() | list, suggestion=similar_name(key, keys.keys() | list)
        ) %}
    {% endfor %}
    {% for key, expected in keys.items() if key not in value %}
        {% do _problem(
            context, path ~ '.' ~ key, 'a part of the playbook is missing',
            expected=expected
        ) %}
    {% endfor %}
{% endmacro %}
