{#- Whether a value is the text of a day that exists, YYYY-MM-DD. -#}
{% macro is_iso_date(value) %}
    {% if value is not string or not modules.re.match('[0-9]{4}-[0-9]{2}-[0-9]{2}\\Z', value) %}
        {{ return(false) }}
    {% endif %}
    {% set year, month, day = value[:4] | int, value[5:7] | int, value[8:] | int %}
    {% if not 1 <= month <= 12 or year < 1 %}
        {{ return(false) }}
    {% endif %}
    {% set is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) %}
    {% set days = [31, 29 if is_leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] %}
    {{ return(1 <= day <= days[month - 1]) }}
{% endmacro %}
