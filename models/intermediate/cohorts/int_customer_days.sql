{{ config(materialized='table') }}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

roles as (

    select
        event_type,
        is_purchase,
        is_refund,
        is_inbound
    from {{ ref('int_event_type_roles') }}

),

event_days as (

    select
        daily.tenant_id,
        daily.customer_id,
        daily.event_date,
        sum(daily.event_count) as event_count,
        bool_or(coalesce(roles.is_inbound, true)) as is_active,
        {{ revenue_total('is_purchase') }} - {{ refund_total('true') }} as revenue
    from {{ ref('int_customer_event_days') }} as daily
    cross join as_of_date
    left join roles on daily.event_type = roles.event_type
    where daily.event_date <= as_of_date.as_of_date
    group by daily.tenant_id, daily.customer_id, daily.event_date

),

-- lines of one order on several days are one order, placed with its first line; one
-- placed after as_of_date finds no day below
orders as (

    select
        tenant_id,
        customer_id,
        order_key,
        min(event_date) as order_date
    from {{ ref('int_customer_order_days') }}
    group by tenant_id, customer_id, order_key

),

order_counts as (

    select
        tenant_id,
        customer_id,
        order_date,
        count(*) as order_count
    from orders
    group by tenant_id, customer_id, order_date

),

final as (

    select
        event_days.tenant_id,
        event_days.customer_id,
        cast(event_days.event_count as bigint) as event_count,
        coalesce(order_counts.order_count, 0) as order_count,
        cast(event_days.revenue as decimal(38, 4)) as revenue,
        event_days.is_active,
        event_days.event_date
    from event_days
    left join order_counts
        on
            event_days.tenant_id = order_counts.tenant_id
            and event_days.customer_id = order_counts.customer_id
            and event_days.event_date = order_counts.order_date

)

select * from final
