{{ config(materialized='table') }}
{%- set years = {1: 365, 3: 1095, 5: 1825} %}

with customers as (

    select
        tenant_id,
        customer_id,
        mrr,
        plan_mrr
    from {{ ref('int_customers') }}

),

as_of_date as (

    select as_of_date from {{ ref('int_as_of_date') }}

),

purchases as (

    select *
    from {{ ref('int_purchase_predictions') }}
    where purpose = 'score'

),

buyers as (

    select
        histories.tenant_id,
        histories.customer_id,
        as_of_date.as_of_date - cast(round(histories.age_weeks * 7) as integer)
            as first_order_date
    from {{ ref('int_purchase_histories') }} as histories
    inner join as_of_date on histories.cut_date = as_of_date.as_of_date

),

spells as (

    select
        spells.tenant_id,
        spells.customer_id,
        min(spells.started_date) as first_paid_date,
        sum(
            (
                coalesce(spells.ended_date, as_of_date.as_of_date + 1)
                - spells.started_date
            ) / 30.4375
        ) as months_paid
    from {{ ref('int_contract_spells') }} as spells
    cross join as_of_date
    group by spells.tenant_id, spells.customer_id

),

final as (

    select
        customers.tenant_id,
        customers.customer_id,
        case
            when contracts.customer_id is not null and buyers.customer_id is not null
                then 'both'
            when contracts.customer_id is not null then 'contract'
            when buyers.customer_id is not null then 'orders'
            when activity.customer_id is not null then 'activity'
        end as model, -- noqa: RF04
        case
            when contracts.customer_id is not null then 'subscription'
            when buyers.customer_id is not null then 'orders'
            when activity.customer_id is not null then 'activity'
        end as churn_basis,
        case
            when contracts.customer_id is not null then contracts.churn_probability
            when buyers.customer_id is not null then purchases.churn_probability
            else activity.churn_probability
        end as churn_probability,
        purchases.orders_soon as expected_orders_90d,
        -- of a buyer without a model nothing is said
        {% for year, days in years.items() -%}
        case
            when buyers.customer_id is not null and purchases.customer_id is null
                then null
            else
                coalesce(purchases.orders_{{ days }} * purchases.order_value, 0)
                + coalesce(contracts.months_{{ year }}_years * contracts.mrr, 0)
        end as expected_value_{{ year }}year,
        {% endfor -%}
        coalesce(spells.months_paid * coalesce(
            nullif(customers.mrr, 0), customers.plan_mrr, 0
        ), 0) as subscription_value,
        least(buyers.first_order_date, spells.first_paid_date) as first_paid_date,
        as_of_date.as_of_date
    from customers
    cross join as_of_date
    left join purchases
        on
            customers.tenant_id = purchases.tenant_id
            and customers.customer_id = purchases.customer_id
    left join buyers
        on
            customers.tenant_id = buyers.tenant_id
            and customers.customer_id = buyers.customer_id
    left join spells
        on
            customers.tenant_id = spells.tenant_id
            and customers.customer_id = spells.customer_id
    left join {{ ref('int_contract_predictions') }} as contracts
        on
            customers.tenant_id = contracts.tenant_id
            and customers.customer_id = contracts.customer_id
    left join {{ ref('int_activity_predictions') }} as activity
        on
            customers.tenant_id = activity.tenant_id
            and customers.customer_id = activity.customer_id
            and activity.purpose = 'score'

)

select * from final
