{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['session_key'],
    post_hook="{{ remember_days(var('session_gap_minutes')) }}",
) }}
{%- set gap = "interval '" ~ var('session_gap_minutes') ~ " minutes'" %}

with stale_days as (

    {{ stale_days(var('session_gap_minutes')) }}

),

stale_day_events as (

    select *
    from {{ ref('stg_events') }}
    where event_date in (select stale_days.event_date from stale_days)

),

{% if is_incremental() -%}
stale_sessions as (

    {{ stale_sessions(gap) }}

),

-- the rest of the sessions that these events can join, extend or bridge
other_day_events as (

    select *
    from {{ ref('stg_events') }} as events
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

source_sessions as (

    select
        tenant_id,
        customer_id,
        session_id as source_session_id,
        count(*) as event_count,
        count(*) filter (where device_type = 'mobile') as mobile_event_count,
        count(*) filter (where device_type = 'desktop') as desktop_event_count,
        min(event_at) as started_at,
        max(event_at) as ended_at
    from events
    where session_id is not null
    group by tenant_id, customer_id, session_id

),

-- without a source's session id, a pause of the gap or more begins a session
event_pauses as (

    select
        *,
        event_at - lag(event_at) over customer_events as pause
    from events
    where session_id is null
    window
        customer_events as (
            partition by tenant_id, customer_id
            order by event_at
        )

),

-- by range: events of one time count the same pauses
numbered_events as (

    select
        *,
        count(*) filter (where pause is null or pause >= {{ gap }}) over (
            partition by tenant_id, customer_id
            order by event_at
            range between unbounded preceding and current row
        ) as session_number
    from event_pauses

),

gap_sessions as (

    select
        tenant_id,
        customer_id,
        cast(null as varchar) as source_session_id,
        count(*) as event_count,
        count(*) filter (where device_type = 'mobile') as mobile_event_count,
        count(*) filter (where device_type = 'desktop') as desktop_event_count,
        min(event_at) as started_at,
        max(event_at) as ended_at
    from numbered_events
    group by tenant_id, customer_id, session_number

),

sessions as (

    select * from source_sessions
    union all
    select * from gap_sessions

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

select
    *
    {%- if is_incremental() %},
    false as is_removed
    {%- endif %}
from final
{%- if is_incremental() %}
union all by name
select
    session_key,
    true as is_removed
from stale_sessions
{%- endif %}
