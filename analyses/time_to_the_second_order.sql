-- How long the way to the second order is: of the customers who ordered, how many
-- came back within a week, a month, a quarter, later or not yet, by the month of
-- the first.
with placed as (

    select
        tenant_id,
        customer_id,
        event_date,
        order_count,
        row_number() over customer_days as day_number,
        lead(event_date) over customer_days as next_date
    from {{ ref('int_customer_days') }}
    where order_count > 0
    window customer_days as (
        partition by tenant_id, customer_id order by event_date
    )

),

waits as (

    select
        tenant_id,
        customer_id,
        cast({{ dbt.date_trunc('month', 'event_date') }} as date) as first_order_month,
        case when order_count > 1 then 0 else next_date - event_date end as days_waited
    from placed
    where day_number = 1

)

select
    tenant_id,
    first_order_month,
    count(*) as buyer_count,
    count(*) filter (where days_waited <= 7) as within_7_days,
    count(*) filter (where days_waited between 8 and 30) as within_30_days,
    count(*) filter (where days_waited between 31 and 90) as within_90_days,
    count(*) filter (where days_waited > 90) as later,
    count(*) filter (where days_waited is null) as not_yet,
    median(days_waited) as median_days
from waits
group by tenant_id, first_order_month
order by tenant_id, first_order_month
