-- lines of one order on several days are one order, placed with its first line
with orders as (

    select
        tenant_id,
        customer_id,
        order_key,
        min(event_date) as event_date
    from {{ ref('int_customer_order_days') }}
    group by tenant_id, customer_id, order_key

),

final as (

    select
        'active' as kind,
        '-' as segment_id,
        tenant_id,
        customer_id,
        event_date
    from {{ ref('int_customer_activity_days') }}
    union all
    select
        'bought' as kind,
        '-' as segment_id,
        tenant_id,
        customer_id,
        event_date
    from orders
    union all
    -- an edit of the rules is no act of a customer
    select
        'entered' as kind,
        segment_id,
        tenant_id,
        customer_id,
        cast(joined_at as date) as event_date
    from {{ ref('segment_members') }}
    where joined_reason = 'data'

)

select * from final
