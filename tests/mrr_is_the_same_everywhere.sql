-- what customers pay a month is one sum, of subscriptions that are paid, in every mart
with customers as (

    select
        tenant_id,
        sum(mrr) as mrr
    from {{ ref('customer_360') }}
    group by tenant_id

),

subscriptions as (

    select
        tenant_id,
        sum(mrr) as mrr
    from {{ ref('int_current_subscriptions') }}
    group by tenant_id

),

outcomes as (

    select
        tenant_id,
        mrr
    from {{ ref('segment_outcomes') }}
    where segment_id = 'all'

)

select
    customers.tenant_id,
    customers.mrr,
    subscriptions.mrr as subscription_mrr,
    outcomes.mrr as outcome_mrr
from customers
left join subscriptions
    on customers.tenant_id = subscriptions.tenant_id
left join outcomes
    on customers.tenant_id = outcomes.tenant_id
where
    coalesce(customers.mrr, 0) <> coalesce(subscriptions.mrr, 0)
    or coalesce(customers.mrr, 0) <> coalesce(outcomes.mrr, 0)
