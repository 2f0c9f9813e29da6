-- What customer_days adds up to is what behavioral_analytics says of the day, and in
-- all what the customers have spent.
with customer_days as (

    select * from {{ ref('customer_days') }}

),

by_day as (

    select
        tenant_id,
        date,
        sum(revenue) as revenue,
        -- each row is rounded to the fourth decimal
        0.0001 * count(*) as rounding
    from customer_days
    group by tenant_id, date

),

days_that_differ as (

    select
        analytics.tenant_id,
        'on ' || analytics.date as subject,
        analytics.revenue,
        coalesce(by_day.revenue, 0) as revenue_of_customers
    from {{ ref('behavioral_analytics') }} as analytics
    left join by_day
        on
            analytics.tenant_id = by_day.tenant_id
            and analytics.date = by_day.date
    where
        analytics.segment_id = 'all'
        and abs(analytics.revenue - coalesce(by_day.revenue, 0))
        > coalesce(by_day.rounding, 0)

),

spent as (

    select
        tenant_id,
        sum(total_spent) as revenue
    from {{ ref('customer_behavior_summary') }}
    group by tenant_id

),

totals_that_differ as (

    select
        spent.tenant_id,
        'in all' as subject,
        spent.revenue,
        sum(by_day.revenue) as revenue_of_customers
    from spent
    inner join by_day
        on spent.tenant_id = by_day.tenant_id
    group by spent.tenant_id, spent.revenue
    having abs(spent.revenue - sum(by_day.revenue)) > sum(by_day.rounding)

),

final as (

    select * from days_that_differ
    union all
    select * from totals_that_differ

)

select * from final
