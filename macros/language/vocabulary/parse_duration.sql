{#-
  A duration such as 30d as {unit: h, d or mo, length: number}, none when it is none.
  Weeks are days and years are months, so that equal windows are one window.
-#}
{% macro parse_duration(value) %}
    {% set found = modules.re.match('([0-9]{1,7})(h|d|w|mo|y)\\Z', value) if value is string %}
    {% if not found %}
        {{ return(none) }}
    {% endif %}
    {% set number, unit = found.group(1) | int, found.group(2) %}
    {% set whole = {'h': ('h', 1), 'd': ('d', 1), 'w': ('d', 7), 'mo': ('mo', 1), 'y': ('mo', 12)} %}
    {{ return({'unit': whole[unit][0], 'length': number * whole[unit][1]}) }}
{% endmacro %}
