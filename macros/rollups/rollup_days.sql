{#- The table that says which version of each day every rollup holds. -#}
{% macro rollup_days() %}
    {{ return(api.Relation.create(
        database=target.database, schema=target.schema, identifier='rollup_days'
    )) }}
{% endmacro %}

{#- Creates it before the first run. -#}
{% macro create_rollup_days() %}
    {% if execute and flags.WHICH in ['build', 'run'] %}
    create table if not exists {{ rollup_days() }} (
        model_name varchar,
        event_date date,
        day_version ubigint
    )
    {% endif %}
{% endmacro %}
