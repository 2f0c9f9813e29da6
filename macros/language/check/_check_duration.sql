{#- Checks a duration: a number from 1 and a unit, no longer than a century. -#}
{% macro _check_duration(value, path, context) %}
    {% set duration = parse_duration(value) %}
    {% set units = context.vocabulary.units %}
    {% if duration is none %}
        {% do _problem(
            context, path, 'a bad duration', found=value,
            expected='a whole number and one of ' ~ (units | join(', ')) ~ ', such as 30d'
        ) %}
    {% elif duration.length == 0 %}
        {% do _problem(
            context, path, 'a window of no length', found=value, expected='at least 1'
        ) %}
    {% elif duration.length > units[duration.unit].most %}
        {% do _problem(
            context, path, 'a duration of more than a century', found=value,
            expected='at most 100y'
        ) %}
    {% endif %}
{% endmacro %}
