{#- Stops with a config_error when the commerce score is not well defined. -#}
{% macro check_commerce_score(where, parts) %}
    {% do _check_names(where, parts, ['orders', 'duration', 'events', 'sessions']) %}
    {% for name, part in parts.items() %}
        {% set here = where ~ '.' ~ name %}
        {% do _check_names(here, part, ['metric', 'points', 'cap']) %}
        {% do _check_score_metric(here ~ '.metric', part.metric) %}
        {% do _check_number(here ~ '.points', part.points, 0, 100) %}
        {% do _check_number(here ~ '.cap', part.cap, 0.0001, 1000000000) %}
    {% endfor %}
    {% do _check_sum(where, parts, 'points', 100) %}
{% endmacro %}
