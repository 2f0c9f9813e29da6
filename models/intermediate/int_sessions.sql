{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['session_key'],
    post_hook="{{ remember_days(session_settings()) }}",
) }}
{%- set gap = "interval '" ~ var('session_gap_minutes') ~ " minutes'" %}

with stale_days as (

    {{ stale_days(session_settings()) }}

),

all_events as (

    select
        tenant_id,
        customer_id,
        {{ source_session_id('events') }} as session_id,
        device_type,
        event_date,
        event_at
    from {{ ref('stg_events') }} as events

),

stale_day_events as (

    select *
    from all_events
    where event_date in (select stale_days.event_date from stale_days)

),

{% if is_incremental() -%}
stale_sessions as (

    {{ stale_sessions(gap) }}

),

-- the rest of the sessions that these events can join, extend or bridge
other_day_events as (

    select events.*
    from all_events as events
    where
        events.event_date between
        (select {{ local_date('min(stale_sessions.started_at)') }} from stale_sessions)
        and (select {{ local_date('max(stale_sessions.ended_at)') }} from stale_sessions)
        and events.event_date not in (select stale_days.event_date from stale_days)
        and exists (
            select 1
            from stale_sessions
            where
                stale_sessions.tenant_id = events.tenant_id
                and stale_sessions.customer_id = events.customer_id
                and stale_sessions.source_session_id is not distinct from events.session_id
                and stale_sessions.started_at <= events.event_at
                and stale_sessions.ended_at >= events.event_at
        )

),

{% endif -%}
events as (

    select * from stale_day_events
    {%- if is_incremental() %}
    union all
    select * from other_day_events
    {%- endif %}

),

sessions as (

    {{ sessions_of('events', gap) }}

),

final as (

    select
        {{ row_digest([
            'tenant_id', 'customer_id', "coalesce('id ' || source_session_id, 'at ' || started_at)"
        ]) }} as session_key,
        tenant_id,
        customer_id,
        source_session_id,
        event_count,
        mobile_event_count,
        desktop_event_count,
        {{ seconds_between('started_at', 'ended_at') }} as duration_seconds,
        event_count = 1 as is_bounce,
        {{ local_date('started_at') }} as session_date,
        started_at,
        ended_at
    from sessions

)

{{ rewritten_rows('final', 'select session_key from stale_sessions') }}
