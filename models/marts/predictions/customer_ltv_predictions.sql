{%- set growth = var('predictions').growth_potential %}
with predictions as (

    select * from {{ ref('int_customer_predictions') }}

),

summary as (

    select
        tenant_id,
        customer_id,
        total_spent
    from {{ ref('customer_behavior_summary') }}

),

-- how near the newest finished prediction came, by what was predicted
newest_outcomes as (

    select
        *,
        ntile(10) over (
            partition by tenant_id
            order by predicted_revenue asc, customer_id asc
        ) as value_decile
    from {{ ref('int_prediction_outcomes') }}
    where model = 'orders'
    qualify cut_date = max(cut_date) over (partition by tenant_id)

),

confidence as (

    select
        tenant_id,
        value_decile,
        greatest(
            1 - sum(abs(actual_revenue - predicted_revenue))
            / nullif(sum(abs(actual_revenue) + predicted_revenue), 0),
            0
        ) as confidence_score
    from newest_outcomes
    group by tenant_id, value_decile

),

valued as (

    select
        predictions.*,
        summary.total_spent + predictions.subscription_value as current_ltv,
        case
            when predictions.model in ('orders', 'both')
                and predictions.expected_orders_90d is not null
                then ntile(10) over (
                    partition by
                        predictions.tenant_id,
                        predictions.model in ('orders', 'both')
                        and predictions.expected_orders_90d is not null
                    order by predictions.expected_value_1year, predictions.customer_id
                )
        end as value_decile
    from predictions
    inner join summary
        on
            predictions.tenant_id = summary.tenant_id
            and predictions.customer_id = summary.customer_id

),

-- who pays for less than a year is taken for a year
paced as (

    select
        *,
        current_ltv / greatest((as_of_date - first_paid_date + 1) / 365.25, 1)
            as yearly_pace
    from valued

),

final as (

    select
        paced.tenant_id,
        paced.customer_id,
        paced.model,
        paced.churn_basis,
        case
            when paced.yearly_pace > 0 and paced.expected_value_1year is not null
                then
                    case
                        when
                            paced.expected_value_1year / paced.yearly_pace
                            >= {{ growth.high }}
                            then 'high'
                        when
                            paced.expected_value_1year / paced.yearly_pace
                            >= {{ growth.medium }}
                            then 'medium'
                        else 'low'
                    end
        end as growth_potential,
        cast(paced.current_ltv as decimal(18, 4)) as current_ltv,
        {% for year in [1, 3, 5] -%}
        cast(paced.current_ltv + paced.expected_value_{{ year }}year as decimal(18, 4))
            as predicted_ltv_{{ year }}year,
        {% endfor -%}
        round(paced.expected_orders_90d, 6) as expected_orders_90d,
        paced.churn_probability,
        round(confidence.confidence_score, 4) as confidence_score,
        paced.as_of_date as prediction_date
    from paced
    left join confidence
        on
            paced.tenant_id = confidence.tenant_id
            and paced.value_decile = confidence.value_decile

)

select * from final
