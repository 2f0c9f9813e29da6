{#- within_last and older_than as SQL: by days, or by instants when it is hours. -#}
{% macro _compile_age(operator, duration, attribute) %}
    {% set parsed = parse_duration(duration) %}
    {% set start = window_start(parsed) %}
    {% if parsed.unit == 'h' %}
        {% set value, end = attribute_as('instant', attribute), '< int_as_of_date.as_of_end_at' %}
    {% else %}
        {% set value, end = attribute_as('date', attribute), '<= int_as_of_date.as_of_date' %}
    {% endif %}
    {% if operator == 'older_than' %}
        {{ return(value ~ ' < ' ~ start) }}
    {% endif %}
    {{ return(value ~ ' >= ' ~ start ~ ' and ' ~ value ~ ' ' ~ end) }}
{% endmacro %}
