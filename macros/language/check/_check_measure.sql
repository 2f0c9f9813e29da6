{#- Checks one measure of an event condition: comparisons with numbers, and `of`. -#}
{% macro _check_measure(measure, value, path, context) %}
    {% set allowed = [] %}
    {% for operator, spec in context.vocabulary.operators.items() if spec.measures %}
        {% do allowed.append(operator) %}
    {% endfor %}
    {% set needs_field = context.vocabulary.measures[measure].of %}
    {% if value is not mapping %}
        {% do _problem(
            context, path, 'a measure is compared with an operator', found=value,
            expected=measure ~ ': {' ~ ('of: FIELD, ' if needs_field else '') ~ 'gte: 3}'
        ) %}
        {{ return(none) }}
    {% endif %}
    {% if needs_field and (value.of is not string or '' in value.of.split('.')) %}
        {% do _problem(
            context, path, measure ~ ' reads a field of the event', found=value,
            expected='of: a column of the event, or a path in event_properties'
        ) %}
    {% endif %}
    {% set keys = allowed + (['of'] if needs_field else []) %}
    {% for key in value if key not in keys %}
        {% do _problem(
            context, path, 'unknown operator of ' ~ measure, found=key, expected=keys,
            suggestion=similar_name(key, keys)
        ) %}
    {% endfor %}
    {% if not value.keys() | select('in', allowed) | list %}
        {% do _problem(
            context, path, 'a measure without an operator', found=value, expected=allowed
        ) %}
    {% endif %}
    {% set kinds = {
        'scalar': 'number', 'ordered': 'number', 'scalars': 'numbers', 'range': 'number_range'
    } %}
    {% for key in value if key in allowed %}
        {% set kind = kinds[context.vocabulary.operators[key].operand] %}
        {% do _check_operand(kind, value[key], path ~ '.' ~ key, context) %}
    {% endfor %}
{% endmacro %}
