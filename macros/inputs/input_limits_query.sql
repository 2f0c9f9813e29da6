{#- A query for the limits of input_health, from the var input_checks: one row per check. -#}
{% macro input_limits_query() %}
    {% set rows = [] %}
    {% for name, limits in var('input_checks').items() %}
        {% set values = [sql_text(name)] %}
        {% for key in ['warn_above', 'fail_above'] %}
            {% set value = (limits or {}).get(key) %}
            {% if name == 'conflicting_events' and key == 'fail_above'
                and var('on_conflict') == 'error' %}
                {% set value = 0 %}
            {% endif %}
            {% do values.append(
                'cast(' ~ ('null' if value is none else value) ~ ' as decimal(18, 6))'
            ) %}
        {% endfor %}
        {% do rows.append('(' ~ (values | join(', ')) ~ ')') %}
    {% endfor %}
    {{ return(
        'select *\n    from (values ' ~ (rows | join(', '))
        ~ ') as limits_of_checks (check_name, warn_above, fail_above)'
    ) }}
{% endmacro %}
