with ranked as (

    select
        *,
        ntile(10) over (
            partition by tenant_id, model, cut_date
            order by churn_probability desc, customer_id asc
        ) as churn_decile
    from {{ ref('int_prediction_outcomes') }}

),

final as (

    select
        tenant_id,
        model,
        cast(churn_decile as integer) as churn_decile,
        count(*) as customer_count,
        round(avg(churn_probability), 6) as predicted_churn,
        round(avg(churned), 6) as actual_churn,
        round(sum(predicted_orders), 4) as predicted_orders,
        sum(actual_orders) as actual_orders,
        round(sum(naive_orders), 4) as naive_orders,
        cast(sum(predicted_revenue) as decimal(38, 4)) as predicted_revenue,
        cast(sum(actual_revenue) as decimal(38, 4)) as actual_revenue,
        {{ var('predictions').churn_horizon_days }} as horizon_days,
        cut_date
    from ranked
    group by tenant_id, model, cut_date, churn_decile

)

select * from final
