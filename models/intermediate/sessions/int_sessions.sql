{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['session_key'],
    post_hook="{{ remember_days(hash_of([session_settings(), roles_version()])) }}",
) }}
{#- what comes of an id after an archive is another session than what is in it -#}
{%- set id_key = 'id ' if not archived_until() else 'id after ' ~ archived_until() %}
{%- set source_key = sql_text(id_key) ~ ' || source_session_id' %}
{%- set gap = "interval '" ~ var('session_gap_minutes') ~ " minutes'" %}

with stale_days as (

    {{ stale_days(hash_of([session_settings(), roles_version()])) }}

),

all_events {{ as_inlined() }} (

    select
        tenant_id,
        customer_id,
        {{ source_session_id('events') }} as session_id,
        device_type,
        event_date,
        event_at
    from {{ ref('int_activity_events') }} as events

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
other_day_sessions as (

    select * from stale_sessions
    where not is_within_stale_days

),

other_day_events as (

    select events.*
    from all_events as events
    inner join other_day_sessions as sessions
        on
            events.tenant_id = sessions.tenant_id
            and events.customer_id = sessions.customer_id
            and coalesce(events.session_id, '')
            = coalesce(sessions.source_session_id, '')
            and events.event_at >= sessions.started_at
            and events.event_at <= sessions.ended_at
    where events.event_date not in (select stale_days.event_date from stale_days)

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
            'tenant_id', 'customer_id',
            'coalesce(' ~ source_key
            ~ " || case when is_part_of_id then ' at ' || started_at else '' end,"
            ~ " 'at ' || started_at)"
        ]) }} as session_key,
        tenant_id,
        customer_id,
        source_session_id,
        event_count,
        mobile_event_count,
        desktop_event_count,
        {{ seconds_between('started_at', 'ended_at') }} as duration_seconds,
        event_count = 1 as is_bounce,
        is_part_of_id,
        {{ local_date('started_at') }} as session_date,
        started_at,
        ended_at
    from sessions

)

{{ rewritten_rows('final', 'select session_key from stale_sessions') }}
