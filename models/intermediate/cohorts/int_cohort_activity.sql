{{ config(materialized='table') }}

-- definitions with the same start and periods are answered once
with start_periods as (

    select distinct
        start_id,
        period
    from {{ ref('int_cohort_definitions') }}

),

periods as (

    select distinct period from start_periods

),

customer_days as (

    select * from {{ ref('int_customer_days') }}

),

customer_periods as (

    select
        customer_days.tenant_id,
        customer_days.customer_id,
        periods.period,
        {{ period_start('periods.period', 'customer_days.event_date') }}
            as period_start_date,
        sum(customer_days.revenue) as revenue,
        sum(customer_days.order_count) as order_count,
        bool_or(customer_days.is_active) as is_active,
        max(case when customer_days.is_active then customer_days.event_date end)
            as last_active_date
    from customer_days
    cross join periods
    group by
        customer_days.tenant_id,
        customer_days.customer_id,
        periods.period,
        period_start_date

),

-- the period of a customer's last activity is the last one, in every cohort
ended_periods as (

    select
        *,
        coalesce(
            last_active_date = max(last_active_date) over customer_period_kinds, false
        ) as is_last
    from customer_periods
    window customer_period_kinds as (
        partition by tenant_id, customer_id, customer_periods.period
    )

),

joined_periods as (

    select
        joined.tenant_id,
        joined.start_id,
        joined.customer_id,
        joined.joined_date,
        start_periods.period,
        {{ period_start('start_periods.period', 'joined.joined_date') }}
            as joined_period_date
    from {{ ref('int_cohort_starts') }} as joined
    inner join start_periods on joined.start_id = start_periods.start_id

),

since_joining as (

    select
        joined_periods.tenant_id,
        joined_periods.start_id,
        joined_periods.customer_id,
        joined_periods.joined_date,
        joined_periods.period,
        {{ periods_between(
            'joined_periods.period',
            'joined_periods.joined_period_date',
            'ended_periods.period_start_date'
        ) }} as period_number,
        ended_periods.revenue,
        ended_periods.order_count,
        ended_periods.is_active,
        ended_periods.is_last
    from joined_periods
    inner join ended_periods
        on
            joined_periods.tenant_id = ended_periods.tenant_id
            and joined_periods.customer_id = ended_periods.customer_id
            and joined_periods.period = ended_periods.period
            and joined_periods.joined_period_date <= ended_periods.period_start_date

),

final as (

    select
        tenant_id,
        start_id,
        period,
        cast(period_number as integer) as period_number,
        count(*) filter (where is_active) as active_count,
        count(*) filter (where order_count > 0) as bought_count,
        count(*) filter (where is_last) as last_active_count,
        cast(sum(order_count) as bigint) as order_count,
        cast(sum(revenue) as decimal(38, 4)) as revenue,
        joined_date
    from since_joining
    group by tenant_id, start_id, period, period_number, joined_date

)

select * from final
