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

dated_days as (

    select
        customer_days.*,
        cut_dates.cut_date,
        customer_days.event_date <= cut_dates.cut_date as is_known,
        customer_days.event_date > cut_dates.cut_date
        and customer_days.event_date <= cut_dates.cut_date + {{ horizon }} as is_after
    from customer_days
    cross join cut_dates

),

histories as (

    select
        tenant_id,
        customer_id,
        cut_date,
        count(*) filter (where has_order and is_known) as order_days,
        min(event_date) filter (where has_order) as first_order_date,
        max(event_date) filter (where has_order and is_known) as last_order_date,
        sum(revenue) filter (where is_known) as net_value,
        sum(revenue * revenue) filter (where is_known) as value_squares,
        count(*) filter (where has_order and is_after) as order_days_after,
        sum(revenue) filter (where is_after) as revenue_after
    from dated_days
    group by tenant_id, customer_id, cut_date

),

final as (

    select
        histories.tenant_id,
        histories.customer_id,
        histories.cut_date,
        histories.order_days,
        histories.order_days - 1 as repeat_days,
        (histories.last_order_date - histories.first_order_date) / cast(7 as double)
            as last_week,
        (histories.cut_date - histories.first_order_date) / cast(7 as double)
            as age_weeks,
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
