{{ config(materialized='table') }}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

customers as (

    select customers.*
    from {{ ref('stg_customers') }} as customers
    cross join as_of_date
    where
        customers.signed_up_at is null
        or customers.signed_up_at < as_of_date.as_of_end_at

),

current_subscriptions as (

    select * from {{ ref('int_current_subscriptions') }}

),

event_customers as (

    select distinct
        daily.tenant_id,
        daily.customer_id
    from {{ ref('int_customer_event_days') }} as daily
    cross join as_of_date
    where daily.event_date <= as_of_date.as_of_date

),

known_customers as (

    select
        tenant_id,
        customer_id
    from customers
    union
    select
        tenant_id,
        customer_id
    from current_subscriptions
    union
    select
        tenant_id,
        customer_id
    from event_customers

),

final as (

    select
        known_customers.tenant_id,
        known_customers.customer_id,
        customers.email_hash,
        customers.gender,
        customers.income,
        customers.country,
        customers.region,
        customers.city,
        customers.timezone,
        customers.language,
        customers.occupation,
        customers.company_size,
        customers.industry,
        customers.job_title,
        customers.properties,
        subscriptions.subscription_id,
        subscriptions.plan,
        subscriptions.status as subscription_status,
        subscriptions.currency as subscription_currency,
        customers.age,
        customers.is_age_from_band,
        customers.team_size,
        {{ money('subscriptions.mrr') }} as mrr,
        subscriptions.plan_mrr,
        customers.birth_date,
        customers.signed_up_at,
        subscriptions.started_at as subscription_started_at,
        subscriptions.trial_ends_at,
        subscriptions.cancelled_at
    from known_customers
    left join customers
        on
            known_customers.tenant_id = customers.tenant_id
            and known_customers.customer_id = customers.customer_id
    left join current_subscriptions as subscriptions
        on
            known_customers.tenant_id = subscriptions.tenant_id
            and known_customers.customer_id = subscriptions.customer_id
)

select * from final
