{#-
  A query that puts events together to sessions: those of a source id, and, without one,
  those with pauses shorter than the gap.

  events: a relation with tenant_id, customer_id, session_id, device_type, event_at. gap:
  an SQL interval. One row per session, with its events, devices, start and end.
-#}
{% macro sessions_of(events, gap) %}
    with source_sessions as (

        select
            tenant_id,
            customer_id,
            session_id as source_session_id,
            count(*) as event_count,
            count(*) filter (where device_type = 'mobile') as mobile_event_count,
            count(*) filter (where device_type = 'desktop') as desktop_event_count,
            min(event_at) as started_at,
            max(event_at) as ended_at
        from {{ events }}
        where session_id is not null
        group by tenant_id, customer_id, session_id

    ),

    -- without a source's session id, a pause of the gap or more begins a session
    event_pauses as (

        select
            *,
            event_at - lag(event_at) over customer_events as pause
        from {{ events }}
        where session_id is null
        window customer_events as (partition by tenant_id, customer_id order by event_at)

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

    )

    select * from source_sessions
    union all
    select * from gap_sessions
{% endmacro %}
