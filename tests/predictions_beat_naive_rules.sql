{{ config(
    severity='warn',
    meta={
        'what_to_do': 'See prediction_accuracy and docs/predictions.md: until it does '
        ~ 'better, do not act on these predictions. Mostly what customers do has '
        ~ 'changed, or there are few of them.',
    },
) }}
-- on the newest date whose horizon is over, of tenants with enough customers to tell
with accuracy as (

    select *
    from {{ ref('prediction_accuracy') }}
    qualify cut_date = max(cut_date) over (partition by tenant_id, model)

),

final as (

    select
        tenant_id || ': the model of ' || model || ' did worse than the naive rule on '
        || cut_date as finding
    from accuracy
    where
        not is_better_than_naive
        and customer_count >= {{ var('monitoring').small_tenants_below }}

)

select * from final
