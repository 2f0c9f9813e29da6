{#- Checks an event condition: its names, its window, its measures and its where. -#}
{% macro _check_event(condition, path, depth, context) %}
    {% set vocabulary = context.vocabulary %}
    {% do _check_operand('event', condition.event, path ~ '.event', context) %}
    {% set windows = condition.keys() | select('in', vocabulary.windows) | list %}
    {% if windows | length > 1 %}
        {% do _problem(
            context, path, 'an event has one window', found=windows, expected='one of them'
        ) %}
    {% endif %}
    {% for window in windows %}
        {% do _check_window(window, condition[window], path ~ '.' ~ window, context) %}
    {% endfor %}
    {% if 'occurred' in condition and condition.occurred is not boolean %}
        {% do _problem(
            context, path ~ '.occurred', 'a value of the wrong type',
            found=condition.occurred, expected='true or false'
        ) %}
    {% endif %}
    {% for measure in condition if measure in vocabulary.measures %}
        {% do _check_measure(measure, condition[measure], path ~ '.' ~ measure, context) %}
    {% endfor %}
    {% if 'where' in condition %}
        {% do _check_condition(
            condition.where, path ~ '.where', 'event', depth + 1, context
        ) %}
    {% endif %}
{% endmacro %}
