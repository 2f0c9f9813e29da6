{{ config(materialized='table') }}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

summary as (

    select * from {{ ref('customer_behavior_summary') }}

),

engagement as (

    select * from {{ ref('customer_engagement') }}

),

pql as (

    select * from {{ ref('pql_scores') }}

),

roles as (

    select
        event_type,
        is_purchase,
        is_refund
    from {{ ref('int_event_type_roles') }}
    where is_purchase or is_refund

),

spending as (

    select
        daily.tenant_id,
        daily.customer_id,
        {{ revenue_total('roles.is_purchase') }} - {{ refund_total('true') }}
            as spent_365d
    from {{ ref('int_customer_event_days') }} as daily
    cross join as_of_date
    inner join roles
        on daily.event_type = roles.event_type
    where
        daily.event_date <= as_of_date.as_of_date
        and as_of_date.as_of_date - daily.event_date < 365
    group by daily.tenant_id, daily.customer_id

),

joined as (

    select
        summary.*,
        engagement.engagement_score,
        engagement.commerce_score,
        engagement.engagement_band,
        pql.pql_score,
        pql.is_pql,
        coalesce(summary.mrr, 0) as running_mrr,
        case
            when summary.days_since_churn < 365 then coalesce(customers.plan_mrr, 0)
            else 0
        end as lost_mrr,
        greatest(coalesce(spending.spent_365d, 0), 0) as spent_365d
    from summary
    inner join {{ ref('int_customers') }} as customers
        on
            summary.tenant_id = customers.tenant_id
            and summary.customer_id = customers.customer_id
    left join engagement
        on
            summary.tenant_id = engagement.tenant_id
            and summary.customer_id = engagement.customer_id
    left join pql
        on
            summary.tenant_id = pql.tenant_id
            and summary.customer_id = pql.customer_id
    left join spending
        on
            summary.tenant_id = spending.tenant_id
            and summary.customer_id = spending.customer_id

),

-- payments of a subscription may be purchases too, so the two are not added up
final as (

    select
        tenant_id,
        customer_id,
        engagement_band,
        total_purchases,
        orders_30d,
        support_tickets,
        days_since_active,
        engagement_score,
        commerce_score,
        pql_score,
        total_spent,
        spent_30d,
        {{ money('running_mrr') }} as mrr,
        {{ money('greatest(12 * running_mrr, spent_365d)') }} as yearly_value,
        {{ money('12 * lost_mrr') }} as lost_yearly_value,
        is_pql,
        active_days_30d > 0 as is_active_30d,
        as_of_date
    from joined

)

select * from final
