with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

order_days as (

    select order_days.*
    from {{ ref('int_customer_order_days') }} as order_days
    cross join as_of_date
    where order_days.event_date <= as_of_date.as_of_date

),

-- lines of one order on several days are one order, placed with its first line
orders as (

    select
        tenant_id,
        customer_id,
        order_key,
        min(event_date) as order_date,
        min(first_line_at) as ordered_at
    from order_days
    group by tenant_id, customer_id, order_key

),

final as (

    select
        orders.tenant_id,
        orders.customer_id,
        count(*) as total_purchases,
        count(*) filter (
            where orders.order_date > as_of_date.as_of_date - 30
        ) as orders_30d,
        min(orders.order_date) as first_order_date,
        max(orders.order_date) as last_order_date,
        min(orders.ordered_at) as first_purchase_date,
        max(orders.ordered_at) as last_purchase_date
    from orders
    cross join as_of_date
    group by orders.tenant_id, orders.customer_id

)

select * from final
