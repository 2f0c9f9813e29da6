{#- Checks a window of an event condition. -#}
{% macro _check_window(window, value, path, context) %}
    {% if window == 'within' %}
        {% do _check_duration(value, path, context) %}
        {{ return(none) }}
    {% endif %}
    {% set is_pair = _is_list(value) and value | length == 2 %}
    {% if window == 'between' %}
        {% if not is_pair or not is_iso_date(value[0]) or not is_iso_date(value[1]) %}
            {% do _problem(
                context, path, 'a window between two days', found=value,
                expected='two days that exist, such as [2024-10-01, 2024-12-31]'
            ) %}
        {% elif value[0] > value[1] %}
            {% do _problem(
                context, path, 'a reversed range holds nothing', found=value,
                expected='the first day first'
            ) %}
        {% endif %}
    {% elif not is_pair %}
        {% do _problem(
            context, path, 'a window between two durations ago', found=value,
            expected='two durations, the longer first, such as [60d, 30d]'
        ) %}
    {% else %}
        {% set known = context.problems | length %}
        {% do _check_duration(value[0], path ~ '[0]', context) %}
        {% do _check_duration(value[1], path ~ '[1]', context) %}
        {% if known == context.problems | length
            and _longest_days(value[0]) <= _shortest_days(value[1]) %}
            {% do _problem(
                context, path, 'a reversed range holds nothing', found=value,
                expected='the longer duration first'
            ) %}
        {% endif %}
    {% endif %}
{% endmacro %}
