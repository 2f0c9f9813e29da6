{%- set measures = ['event_count', 'mobile_event_count', 'desktop_event_count'] -%}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

begun_sessions {{ as_inlined() }} (

    select
        sessions.*,
        as_of_date.as_of_date,
        as_of_date.as_of_end_at,
        sessions.ended_at < as_of_date.as_of_end_at as is_over
    from {{ ref('int_sessions') }} as sessions
    cross join as_of_date
    where sessions.started_at < as_of_date.as_of_end_at

),

whole_sessions as (

    select
        session_key,
        tenant_id,
        customer_id,
        source_session_id,
        {{ measures | join(',\n        ') }},
        is_part_of_id,
        started_at,
        ended_at
    from begun_sessions
    where is_over

),

-- of a session that goes on after as_of_date, only what came before is seen
cut_sessions as (

    select
        sessions.session_key,
        sessions.tenant_id,
        sessions.customer_id,
        sessions.source_session_id,
        count(*) as event_count,
        count(*) filter (where events.device_type = 'mobile') as mobile_event_count,
        count(*) filter (where events.device_type = 'desktop') as desktop_event_count,
        sessions.is_part_of_id,
        min(events.event_at) as started_at,
        max(events.event_at) as ended_at
    from begun_sessions as sessions
    inner join {{ ref('int_activity_events') }} as events
        on
            sessions.tenant_id = events.tenant_id
            and sessions.customer_id = events.customer_id
            and sessions.source_session_id
            is not distinct from {{ source_session_id('events') }}
            and sessions.session_date <= events.event_date
            and sessions.as_of_date >= events.event_date
            and sessions.started_at <= events.event_at
            and sessions.as_of_end_at > events.event_at
    where not sessions.is_over
    group by
        sessions.session_key,
        sessions.tenant_id,
        sessions.customer_id,
        sessions.source_session_id,
        sessions.is_part_of_id

),

final as (

    select * from whole_sessions
    union all
    select * from cut_sessions

)

select * from final
