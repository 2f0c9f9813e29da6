{{ config(materialized='table') }}
{%- set horizon = var('predictions').churn_horizon_days %}

-- Who neither orders nor pays has churned when nothing is seen of them: a logistic
-- regression on how long ago and on how many days they were seen, fitted on the dates
-- whose horizon is over.
with recursive cut_dates as (

    select
        cut_date,
        purpose
    from {{ ref('int_prediction_dates') }}
    where purpose in ('score', 'backtest')

),

active_days as (

    select
        tenant_id,
        customer_id,
        event_date
    from {{ ref('int_customer_days') }}
    where is_active

),

seen as (

    select
        active.tenant_id,
        active.customer_id,
        cut_dates.cut_date,
        cut_dates.purpose,
        cast(1 as double) as one,
        round(
            ln(
                1 + cut_dates.cut_date - max(active.event_date)
                    filter (where active.event_date <= cut_dates.cut_date)
            ),
            1
        ) as recency,
        round(
            ln(
                1 + count(*) filter (
                    where
                        active.event_date <= cut_dates.cut_date
                        and active.event_date > cut_dates.cut_date - {{ horizon }}
                )
            ),
            1
        ) as frequency,
        count(*) filter (
            where
                active.event_date > cut_dates.cut_date
                and active.event_date <= cut_dates.cut_date + {{ horizon }}
        ) as days_after
    from active_days as active
    cross join cut_dates
    group by active.tenant_id, active.customer_id, cut_dates.cut_date, cut_dates.purpose
    having count(*) filter (where active.event_date <= cut_dates.cut_date) > 0

),

outcomes as (

    select
        seen.tenant_id,
        cut_dates.cut_date,
        seen.one,
        seen.recency,
        seen.frequency,
        cast(count(*) as double) as observed_count,
        cast(count(*) filter (where seen.days_after = 0) as double) as happened_count
    from seen
    inner join cut_dates
        on cut_dates.cut_date >= seen.cut_date + {{ horizon }}
    where seen.purpose = 'backtest'
    group by seen.tenant_id, cut_dates.cut_date, seen.one, seen.recency, seen.frequency

),

enough as (

    select *
    from outcomes
    qualify
        sum(observed_count) over (partition by tenant_id, cut_date)
        >= {{ var('predictions').min_customers }}

),

steps as (
{{ logistic_steps(
    'enough', ['tenant_id', 'cut_date'], {'one': 0, 'recency': 0, 'frequency': 0}
) }}
),

weights as (

    select
        tenant_id,
        cut_date,
        round(weight_one, 6) as weight_one,
        round(weight_recency, 6) as weight_recency,
        round(weight_frequency, 6) as weight_frequency
    from steps
    qualify
        row_number() over (partition by tenant_id, cut_date order by step desc) = 1

),

final as (

    select
        seen.tenant_id,
        seen.customer_id,
        seen.cut_date,
        seen.purpose,
        round(
            1 / (
                1 + exp(-(
                    weights.weight_one
                    + weights.weight_recency * seen.recency
                    + weights.weight_frequency * seen.frequency
                ))
            ),
            6
        ) as churn_probability,
        seen.recency,
        case when seen.purpose = 'backtest' then seen.days_after end as days_after
    from seen
    inner join weights
        on
            seen.tenant_id = weights.tenant_id
            and seen.cut_date = weights.cut_date

)

select * from final
