{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['event_date'],
    post_hook="{{ remember_days(roles_version()) }}",
) }}

with stale_days as (

    {{ stale_days(roles_version()) }}

),

purchase_types as (

    select event_type
    from {{ ref('event_roles') }}
    where role = 'purchase'

),

-- a purchase with a negative value is a refund
purchases as (

    select
        *,
        case
            when order_id is not null then 'order ' || order_id
            else 'event ' || event_id
        end as order_key
    from {{ ref('stg_events') }}
    where
        event_date in (select stale_days.event_date from stale_days)
        and event_type in (select purchase_types.event_type from purchase_types)
        and coalesce(event_value, 0) >= 0

),

final as (

    select
        tenant_id,
        customer_id,
        order_key,
        count(*) as line_count,
        cast(sum(event_value) as decimal(38, 10)) as order_value,
        event_date,
        min(event_at) as first_line_at,
        max(event_at) as last_line_at
    from purchases
    group by tenant_id, customer_id, order_key, event_date

)

{{ rewritten_rows('final', 'select event_date from stale_days') }}
