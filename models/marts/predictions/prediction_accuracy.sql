with outcomes as (

    select * from {{ ref('int_prediction_outcomes') }}

),

deciles as (

    select
        tenant_id,
        model,
        cut_date,
        sum(customer_count * abs(predicted_churn - actual_churn)) / sum(customer_count)
            as calibration_error,
        max(actual_churn) filter (where churn_decile = 1) as top_tenth_churn
    from {{ ref('prediction_backtest') }}
    group by tenant_id, model, cut_date

),

-- customers of one rank share the mean of their places
ranked as (

    select
        *,
        {%- for name, value in {
            'model': 'churn_probability', 'naive': 'naive_churn_rank'
        }.items() %}
        rank() over (
            partition by tenant_id, model, cut_date order by {{ value }}
        ) + (
            count(*) over (partition by tenant_id, model, cut_date, {{ value }}) - 1
        ) / 2 as {{ name }}_place{{ ',' if not loop.last }}
        {%- endfor %}
    from outcomes

),

measured as (

    select
        tenant_id,
        model,
        cut_date,
        count(*) as customer_count,
        sum(churned) as churned_count,
        avg((churn_probability - churned) ^ 2) as brier_score,
        {%- for name in ['model', 'naive'] %}
        (
            sum({{ name }}_place) filter (where churned = 1)
            - sum(churned) * (sum(churned) + 1) / 2
        ) / nullif(sum(churned) * (count(*) - sum(churned)), 0) as {{ name }}_auc,
        {%- endfor %}
        avg(abs(predicted_orders - actual_orders)) as orders_mean_error,
        avg(abs(naive_orders - actual_orders)) as naive_orders_mean_error,
        sum(predicted_orders) / nullif(sum(actual_orders), 0) - 1 as orders_total_error
    from ranked
    group by tenant_id, model, cut_date

),

final as (

    select
        measured.tenant_id,
        measured.model,
        measured.customer_count,
        measured.churned_count / measured.customer_count as churn_rate,
        round(measured.brier_score, 6) as brier_score,
        round(deciles.calibration_error, 6) as calibration_error,
        round(measured.model_auc, 6) as auc,
        round(measured.naive_auc, 6) as naive_auc,
        round(
            deciles.top_tenth_churn
            / nullif(measured.churned_count / measured.customer_count, 0), 6
        ) as lift_of_top_tenth,
        round(measured.orders_mean_error, 6) as orders_mean_error,
        round(measured.naive_orders_mean_error, 6) as naive_orders_mean_error,
        round(measured.orders_total_error, 6) as orders_total_error,
        coalesce(measured.model_auc >= measured.naive_auc, true)
        and coalesce(
            measured.orders_mean_error <= measured.naive_orders_mean_error, true
        ) as is_better_than_naive,
        {{ var('predictions').churn_horizon_days }} as horizon_days,
        measured.cut_date
    from measured
    inner join deciles
        on
            measured.tenant_id = deciles.tenant_id
            and measured.model = deciles.model
            and measured.cut_date = deciles.cut_date

)

select * from final
