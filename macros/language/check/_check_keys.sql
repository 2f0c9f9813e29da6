{#- Checks that a condition has no other keys than its form and the form's options. -#}
{% macro _check_keys(condition, form, path, context) %}
    {% if condition | length == 1 %}
        {{ return(none) }}
    {% endif %}
    {% set vocabulary = context.vocabulary %}
    {% set allowed = [] %}
    {% for option in vocabulary.forms[form].options %}
        {% if option in ['operators', 'measures', 'windows'] %}
            {% do allowed.extend(vocabulary[option].keys()) %}
        {% else %}
            {% do allowed.append(option) %}
        {% endif %}
    {% endfor %}
    {% set word = 'operator' if 'operators' in vocabulary.forms[form].options else 'key' %}
    {% for key in condition if key != form and key not in allowed %}
        {% do _problem(
            context, path, 'unknown ' ~ word ~ ' of ' ~ form, found=key,
            expected=allowed or 'no other key beside it',
            suggestion=similar_name(key, allowed)
        ) %}
    {% endfor %}
{% endmacro %}
