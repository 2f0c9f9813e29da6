{#- The fewest days that a duration can be: a month has at least 28. -#}
{% macro _shortest_days(value) %}
    {% set duration = parse_duration(value) %}
    {{ return(duration.length * {'h': 1 / 24, 'd': 1, 'mo': 28}[duration.unit]) }}
{% endmacro %}
