{#- The most days that a duration can be: a month has up to 31. -#}
{% macro _longest_days(value) %}
    {% set duration = parse_duration(value) %}
    {{ return(duration.length * {'h': 1 / 24, 'd': 1, 'mo': 31}[duration.unit]) }}
{% endmacro %}
