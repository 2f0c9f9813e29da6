{#- Stops the run unless a score's metric is a number that customer_engagement can read. -#}
{% macro _check_score_metric(where, metric) %}
    {% set columns = _mart_columns('customer_behavior_summary') %}
    {% set numbers = ['active_days_per_week', 'avg_session_minutes', 'days_inactive'] %}
    {% for name, column in columns.items() if column.kind in ['integer', 'decimal', 'float'] %}
        {% do numbers.append(name) %}
    {% endfor %}
    {% if metric not in numbers %}
        {{ config_error(where, metric, 'one of ' ~ (numbers | sort | join(', '))) }}
    {% endif %}
{% endmacro %}
