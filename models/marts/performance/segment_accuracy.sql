with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

predictions as (

    {{ predictions_query() }}

),

tenants as (

    select
        tenant_id,
        min(valid_from) as first_date
    from {{ ref('customer_segments') }}
    group by tenant_id

),

-- every evaluated day, with a result or still without
days as (

    select
        tenants.tenant_id,
        predictions.prediction,
        predictions.called_segment_id,
        predictions.days,
        runs.as_of_date as called_date,
        runs.as_of_date + predictions.days as complete_date,
        results.called_count,
        results.came_true_count,
        results.customer_count,
        results.true_customer_count
    from predictions
    cross join tenants
    inner join {{ ref('segment_runs') }} as runs
        on tenants.first_date <= runs.as_of_date
    left join {{ ref('int_segment_prediction_results') }} as results
        on
            tenants.tenant_id = results.tenant_id
            and predictions.prediction = results.prediction
            and predictions.definition_hash = results.definition_hash
            and runs.as_of_date = results.called_date

),

rated as (

    select
        *,
        came_true_count / nullif(called_count, 0) as accuracy,
        true_customer_count / nullif(customer_count, 0) as base_rate
    from days

),

final as (

    select
        rated.tenant_id,
        rated.prediction,
        rated.called_segment_id,
        rated.days,
        rated.called_count,
        rated.came_true_count,
        rated.customer_count,
        rated.true_customer_count,
        cast(rated.accuracy as decimal(9, 6)) as accuracy,
        cast(rated.base_rate as decimal(9, 6)) as base_rate,
        cast(rated.accuracy / nullif(rated.base_rate, 0) as decimal(18, 6)) as lift,
        cast(
            rated.came_true_count / nullif(rated.true_customer_count, 0)
            as decimal(9, 6)
        ) as share_found,
        rated.complete_date <= as_of_date.as_of_date as is_complete,
        rated.called_date as as_of_date,
        rated.complete_date
    from rated
    cross join as_of_date

)

select * from final
