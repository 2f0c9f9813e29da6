{{ config(materialized='table') }}
{%- set horizon = var('predictions').churn_horizon_days %}

with recursive scores as (

    select
        scores.*,
        greatest(least(scores.silence_chance, 1 - 1e-6), 1e-6) as kept_chance,
        ln(kept_chance / (1 - kept_chance)) as log_odds,
        (
            cast(scores.net_value as double)
            + order_values.credibility_orders * order_values.mean_value
        ) / (scores.order_days + order_values.credibility_orders) as order_value
    from {{ ref('int_purchase_scores') }} as scores
    inner join {{ ref('int_order_values') }} as order_values
        on
            scores.tenant_id = order_values.tenant_id
            and scores.cut_date = order_values.cut_date

),

cut_dates as (

    select distinct
        tenant_id,
        cut_date
    from scores

),

-- how often it came true, of those of whom the same was said, as was known on each date
outcomes as (

    select
        cut_dates.tenant_id,
        cut_dates.cut_date,
        cast(1 as double) as one,
        round(scores.log_odds, 2) as log_odds,
        cast(count(*) as double) as observed_count,
        cast(count(*) filter (where scores.order_days_after = 0) as double)
            as happened_count
    from cut_dates
    inner join scores
        on
            cut_dates.tenant_id = scores.tenant_id
            and cut_dates.cut_date >= scores.cut_date + {{ horizon }}
    where scores.purpose = 'backtest' and scores.order_days_after is not null
    group by cut_dates.tenant_id, cut_dates.cut_date, round(scores.log_odds, 2)

),

steps as (
{{ logistic_steps('outcomes', ['tenant_id', 'cut_date'], {'one': 0, 'log_odds': 1}) }}
),

calibrations as (

    select
        tenant_id,
        cut_date,
        round(weight_one, 6) as weight_one,
        round(weight_log_odds, 6) as weight_log_odds
    from steps
    qualify
        row_number() over (partition by tenant_id, cut_date order by step desc) = 1

),

final as (

    select
        scores.tenant_id,
        scores.customer_id,
        scores.cut_date,
        scores.purpose,
        round(
            1 / (
                1 + exp(-(
                    coalesce(calibrations.weight_one, 0)
                    + coalesce(calibrations.weight_log_odds, 1) * scores.log_odds
                ))
            ),
            6
        ) as churn_probability,
        scores.silence_chance,
        scores.orders_soon,
        scores.orders_365,
        scores.orders_1095,
        scores.orders_1825,
        round(scores.order_value, 4) as order_value,
        scores.order_days,
        scores.order_days_after,
        scores.revenue_after,
        calibrations.tenant_id is not null as is_calibrated
    from scores
    left join calibrations
        on
            scores.tenant_id = calibrations.tenant_id
            and scores.cut_date = calibrations.cut_date

)

select * from final
