{#- A query for the days (event_date) that a model holds, and their versions (day_version). -#}
{% macro remembered_days(model_name) %}
    select
        event_date,
        day_version
    from {{ rollup_days() }}
    where model_name = '{{ model_name }}'
{% endmacro %}
