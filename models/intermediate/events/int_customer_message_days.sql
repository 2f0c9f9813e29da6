{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['event_date'],
    post_hook="{{ remember_days(roles_version()) }}",
) }}

with stale_days as (

    {{ stale_days(roles_version()) }}

),

-- a type that says more than one thing of messages counts for each
message_roles as (

    select
        event_type,
        case when role like 'email%' then 'email' else 'sms' end as channel,
        role in ('email_sent', 'sms_sent') as is_sent,
        role in ('email_open', 'sms_open') as is_opened,
        role in ('email_click', 'sms_click') as is_clicked
    from {{ ref('event_roles') }}
    where
        role in (
            'email_sent', 'email_open', 'email_click',
            'sms_sent', 'sms_open', 'sms_click'
        )

),

message_events as (

    select
        events.tenant_id,
        events.customer_id,
        message_roles.channel,
        nullif({{ json_text('events.event_properties', 'message_id') }}, '')
            as message_id,
        message_roles.is_sent,
        message_roles.is_opened,
        message_roles.is_clicked,
        events.event_date
    from {{ ref('stg_events') }} as events
    inner join message_roles on events.event_type = message_roles.event_type
    where events.event_date in (select stale_days.event_date from stale_days)

),

final as (

    select
        tenant_id,
        customer_id,
        channel,
        message_id,
        bool_or(is_sent) as is_sent,
        bool_or(is_opened) as is_opened,
        bool_or(is_clicked) as is_clicked,
        event_date
    from message_events
    group by tenant_id, customer_id, channel, message_id, event_date

)

{{ rewritten_rows('final', 'select event_date from stale_days') }}
