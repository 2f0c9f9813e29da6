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

    select
        tenant_id,
        customer_id,
        session_id,
        event_type,
        coalesce(product_category, '') as product_category,
        coalesce(source, '') as source,
        event_value,
        event_date
    from {{ ref('stg_events') }}
    where event_date in (select stale_days.event_date from stale_days)

),

final as (

    select
        tenant_id,
        event_type,
        product_category,
        source,
        count(*) as event_count,
        count(distinct customer_id) as customer_count,
        count(distinct session_id) as session_count,
        cast(sum(event_value) as decimal(38, 10)) as event_value,
        event_date
    from events
    group by tenant_id, event_type, product_category, source, event_date

)

{{ rewritten_rows('final', 'select event_date from stale_days') }}
