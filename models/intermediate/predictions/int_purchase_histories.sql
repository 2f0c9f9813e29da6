{{ config(materialized='table') }}
{%- set horizon = var('predictions').churn_horizon_days %}

with as_of_date as (

    select as_of_date from {{ ref('int_as_of_date') }}

),

cut_dates as (

    select distinct cut_date from {{ ref('int_prediction_dates') }}

),

customer_days as (

    select
        tenant_id,
        customer_id,
        revenue,
        order_count > 0 as has_order,
        event_date
    from {{ ref('int_customer_days') }}
    where order_count > 0 or revenue <> 0

),

histories as (

    select
        days.tenant_id,
        days.customer_id,
        cut_dates.cut_date,
        count(*) filter (where days.has_order and days.event_date <= cut_dates.cut_date)
            as order_days,
        min(days.event_date) filter (where days.has_order) as first_order_date,
        max(days.event_date)
            filter (where days.has_order and days.event_date <= cut_dates.cut_date)
            as last_order_date,
        sum(days.revenue) filter (where days.event_date <= cut_dates.cut_date)
            as net_value,
        sum(days.revenue * days.revenue)
            filter (where days.event_date <= cut_dates.cut_date) as value_squares,
        count(*) filter (
            where
                days.has_order
                and days.event_date > cut_dates.cut_date
                and days.event_date <= cut_dates.cut_date + {{ horizon }}
        ) as order_days_after,
        sum(days.revenue) filter (
            where
                days.event_date > cut_dates.cut_date
                and days.event_date <= cut_dates.cut_date + {{ horizon }}
        ) as revenue_after
    from customer_days as days
    cross join cut_dates
    group by days.tenant_id, days.customer_id, cut_dates.cut_date

),

final as (

    select
        histories.tenant_id,
        histories.customer_id,
        histories.cut_date,
        histories.order_days,
        histories.order_days - 1 as repeat_days,
        (histories.last_order_date - histories.first_order_date) / 7.0::double
            as last_week,
        (histories.cut_date - histories.first_order_date) / 7.0::double as age_weeks,
        cast(histories.net_value as decimal(38, 4)) as net_value,
        cast(histories.value_squares as double) as value_squares,
        case
            when histories.cut_date + {{ horizon }} <= as_of_date.as_of_date
                then histories.order_days_after
        end as order_days_after,
        case
            when histories.cut_date + {{ horizon }} <= as_of_date.as_of_date
                then cast(coalesce(histories.revenue_after, 0) as decimal(38, 4))
        end as revenue_after
    from histories
    cross join as_of_date
    where histories.order_days > 0

)

select * from final
