{#- Checks the two ends of `between`. -#}
{% macro _check_range(kind, value, path, context) %}
    {% if not _is_list(value) or value | length != 2 %}
        {% do _problem(
            context, path, 'a range has two ends', found=value,
            expected='a list of two values, the lower first'
        ) %}
        {{ return(none) }}
    {% endif %}
    {% set are_numbers = _is_number(value[0]) and _is_number(value[1]) %}
    {% set are_texts = value[0] is string and value[1] is string and kind == 'range' %}
    {% if not are_numbers and not are_texts %}
        {% do _problem(
            context, path, 'a value of the wrong type', found=value,
            expected='two numbers' ~ (', or two texts' if kind == 'range' else '')
        ) %}
    {% elif value[0] > value[1] %}
        {% do _problem(
            context, path, 'a reversed range holds nothing', found=value,
            expected='the lower end first'
        ) %}
    {% endif %}
{% endmacro %}
