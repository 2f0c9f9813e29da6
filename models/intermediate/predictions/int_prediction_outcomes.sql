{{ config(materialized='table') }}
-- What was said of a customer on a date whose horizon is over, and what came true;
-- beside it what somebody without a model would have said.
with dates as (

    select cut_date
    from {{ ref('int_prediction_dates') }}
    where purpose = 'backtest'

),

orders as (

    select
        predictions.tenant_id,
        predictions.customer_id,
        'orders' as model, -- noqa: RF04
        predictions.cut_date,
        predictions.churn_probability,
        cast(predictions.order_days_after = 0 as integer) as churned,
        predictions.orders_soon as predicted_orders,
        cast(predictions.order_days_after as double) as actual_orders,
        predictions.orders_soon * predictions.order_value as predicted_revenue,
        cast(predictions.revenue_after as double) as actual_revenue,
        -- as often as until now
        histories.order_days / greatest(histories.age_weeks, 1)
        * {{ var('predictions').churn_horizon_days }} / 7.0 as naive_orders,
        -- the longer silent, the sooner gone
        histories.age_weeks - histories.last_week as naive_churn_rank
    from {{ ref('int_purchase_predictions') }} as predictions
    inner join {{ ref('int_purchase_histories') }} as histories
        on
            predictions.tenant_id = histories.tenant_id
            and predictions.customer_id = histories.customer_id
            and predictions.cut_date = histories.cut_date
    where
        predictions.purpose = 'backtest' and predictions.order_days_after is not null

),

activity as (

    select
        tenant_id,
        customer_id,
        'activity' as model, -- noqa: RF04
        cut_date,
        churn_probability,
        cast(days_after = 0 as integer) as churned,
        cast(null as double) as predicted_orders,
        cast(null as double) as actual_orders,
        cast(null as double) as predicted_revenue,
        cast(null as double) as actual_revenue,
        cast(null as double) as naive_orders,
        cast(recency as double) as naive_churn_rank
    from {{ ref('int_activity_predictions') }}
    where purpose = 'backtest'

),

final as (

    select * from orders
    union all
    select * from activity

)

select final.*
from final
inner join dates on final.cut_date = dates.cut_date
