{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['event_date'],
    post_hook="{{ remember_days() }}",
) }}

with stale_days as (

    {{ stale_days() }}

),

events as (

    select *
    from {{ ref('stg_events') }}
    where event_date in (select stale_days.event_date from stale_days)

),

final as (

    select
        tenant_id,
        customer_id,
        event_type,
        count(*) as event_count,
        count(event_value) as valued_event_count,
        cast(sum(event_value) as decimal(38, 10)) as event_value,
        cast(
            sum(event_value) filter (where event_value < 0) as decimal(38, 10)
        ) as negative_event_value,
        min(event_value) as min_event_value,
        max(event_value) as max_event_value,
        max_by(event_value, (event_at, event_id))
            filter (where event_value is not null) as last_event_value,
        event_date,
        min(event_at) as first_event_at,
        max(event_at) as last_event_at
    from events
    group by tenant_id, customer_id, event_type, event_date

)

{{ rewritten_rows('final', 'select event_date from stale_days') }}
