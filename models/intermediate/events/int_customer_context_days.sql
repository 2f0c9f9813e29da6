{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['event_date'],
    post_hook="{{ remember_days(roles_version()) }}",
) }}

with stale_days as (

    {{ stale_days(roles_version()) }}

),

events as (

    select
        tenant_id,
        customer_id,
        nullif(source, '') as source,
        nullif(medium, '') as medium,
        nullif(device_type, '') as device_type,
        nullif(product_category, '') as product_category,
        event_date,
        event_at
    from {{ ref('int_activity_events') }}
    where event_date in (select stale_days.event_date from stale_days)

),

final as (

    select
        tenant_id,
        customer_id,
        source,
        medium,
        device_type,
        product_category,
        count(*) as event_count,
        event_date,
        min(event_at) as first_event_at,
        max(event_at) as last_event_at
    from events
    where coalesce(source, medium, device_type, product_category) is not null
    group by
        tenant_id,
        customer_id,
        source,
        medium,
        device_type,
        product_category,
        event_date

)

{{ rewritten_rows('final', 'select event_date from stale_days') }}
