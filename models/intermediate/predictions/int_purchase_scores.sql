{{ config(materialized='table') }}
{%- set settings = var('predictions') %}
{%- set churn_days = settings.churn_horizon_days %}
{%- set years = [365, 1095, 1825] %}

with dates as (

    select
        cut_date,
        fit_date,
        purpose
    from {{ ref('int_prediction_dates') }}
    where purpose in ('score', 'backtest')

),

histories as (

    select
        histories.*,
        dates.purpose,
        models.r,
        models.alpha,
        models.a,
        models.b
    from {{ ref('int_purchase_histories') }} as histories
    inner join dates on histories.cut_date = dates.cut_date
    inner join {{ ref('int_purchase_models') }} as models
        on
            histories.tenant_id = models.tenant_id
            and dates.fit_date = models.cut_date
    where models.is_converged

),

-- what is expected of those who are still there depends on little
pairs as (

    select distinct
        tenant_id,
        cut_date,
        repeat_days as x,
        age_weeks as age,
        r,
        alpha,
        a,
        b
    from histories

),

score_pairs as (

    select pairs.*
    from pairs
    inner join dates
        on pairs.cut_date = dates.cut_date
    where dates.purpose = 'score'

),

soon as (

    {{ expected_orders_query('pairs', [churn_days]) }}

),

in_years as (

    {{ expected_orders_query('score_pairs', years) }}

),

-- who does not come again has gone, or is there and waits
alive as (

    select
        *,
        1 / (
            1 + case
                when repeat_days > 0
                    then
                        a / (b + repeat_days - 1)
                        * exp(
                            (r + repeat_days)
                            * (ln(alpha + age_weeks) - ln(alpha + last_week))
                        )
                else 0
            end
        ) as alive_chance,
        exp(
            (r + repeat_days)
            * (ln(alpha + age_weeks) - ln(alpha + age_weeks + {{ churn_days }} / 7.0))
        ) as silent_chance
    from histories

),

final as (

    select
        alive.tenant_id,
        alive.customer_id,
        alive.cut_date,
        alive.purpose,
        alive.order_days,
        alive.net_value,
        alive.order_days_after,
        alive.revenue_after,
        round(1 - alive.alive_chance * (1 - alive.silent_chance), 9) as silence_chance,
        round(alive.alive_chance * soon.orders_{{ churn_days }}, 9) as orders_soon,
        {% for days in years -%}
        round(alive.alive_chance * in_years.orders_{{ days }}, 9) as orders_{{ days }}
        {{- ',' if not loop.last }}
        {% endfor %}
    from alive
    inner join soon
        on
            alive.tenant_id = soon.tenant_id
            and alive.cut_date = soon.cut_date
            and alive.repeat_days = soon.x
            and alive.age_weeks = soon.age
    left join in_years
        on
            alive.tenant_id = in_years.tenant_id
            and alive.cut_date = in_years.cut_date
            and alive.repeat_days = in_years.x
            and alive.age_weeks = in_years.age

)

select * from final
