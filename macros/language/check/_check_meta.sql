{#- Checks the value of one key of config.meta, criteria excepted. -#}
{% macro _check_meta(key, value, context) %}
    {% set kind = context.vocabulary.meta_keys[key].kind %}
    {% set expected = none %}
    {% if kind == 'segment_type' %}
        {% if value not in context.vocabulary.segment_types %}
            {% do _problem(
                context, key, 'unknown segment type', found=value,
                expected=context.vocabulary.segment_types,
                suggestion=similar_name(value, context.vocabulary.segment_types)
            ) %}
        {% endif %}
    {% elif kind == 'texts' %}
        {% set texts = value if value is sequence and value is not string
            and value is not mapping else [] %}
        {% if not texts or texts | select('string') | list | length != texts | length %}
            {% set expected = 'a list of names, at least one' %}
        {% endif %}
    {% elif kind == 'integer' and (value is not integer or value is boolean) %}
        {% set expected = 'a whole number' %}
    {% elif kind == 'text' and (value is not string or not value) %}
        {% set expected = 'a name' %}
    {% elif kind == 'playbook' and value is mapping and value %}
        {% do _check_playbook(value, context) %}
    {% elif kind == 'monitoring' and value is mapping and value %}
        {% do _check_segment_limits(value, context) %}
    {% elif kind in ['playbook', 'monitoring'] %}
        {% set expected = 'a mapping' %}
    {% elif kind == 'share' %}
        {% set pair = value if value is sequence and value is not string
            and value is not mapping and value | length == 2 else [] %}
        {% if not pair or not _is_number(pair[0]) or not _is_number(pair[1])
            or not 0 <= pair[0] <= pair[1] <= 1 %}
            {% set expected = 'two numbers from 0 to 1, the lower first' %}
        {% endif %}
    {% elif kind == 'parameters' %}
        {% do _check_parameters(value, context) %}
    {% endif %}
    {% if expected %}
        {% do _problem(
            context, key, 'a value of the wrong type', found=value, expected=expected
        ) %}
    {% endif %}
{% endmacro %}
