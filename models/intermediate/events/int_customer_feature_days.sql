{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['event_date'],
    post_hook="{{ remember_days(roles_version()) }}",
) }}

with stale_days as (

    {{ stale_days(roles_version()) }}

),

feature_types as (

    select event_type
    from {{ ref('event_roles') }}
    where role = 'feature_use'

),

-- an event that does not say which feature it is about is about its type
feature_events as (

    select
        tenant_id,
        customer_id,
        event_date,
        coalesce(feature, event_type) as feature
    from {{ ref('stg_events') }}
    where
        event_date in (select stale_days.event_date from stale_days)
        and event_type in (select feature_types.event_type from feature_types)

),

final as (

    select
        tenant_id,
        customer_id,
        feature,
        count(*) as event_count,
        event_date
    from feature_events
    group by tenant_id, customer_id, feature, event_date

)

{{ rewritten_rows('final', 'select event_date from stale_days') }}
