{#-
  Run at the start: writes run_day() from the vars. A run that makes nothing which the day
  decides, such as that of one mart, leaves it as it is, and so does `dbt test`.
-#}
{% macro set_run_day() %}
    {% if execute and flags.WHICH in ['build', 'run'] %}
        {% set decides = [] %}
        {% for id in selected_resources if id.split('.')[-1] in [
            'base_checked_events', 'int_event_day_checksums', 'int_as_of_date'
        ] %}
            {% do decides.append(id) %}
        {% endfor %}
    create {{ 'or replace table' if decides else 'table if not exists' }} {{ run_day() }}
    as {{ run_day_query() }}
    {% endif %}
{% endmacro %}
