{#-
  A query that puts events together to sessions: those of a source id, and, without one,
  those with pauses shorter than the gap. An id that lasts longer than the var
  max_session_hours is no visit, and is split by the gap, too.

  events: a relation with tenant_id, customer_id, session_id, device_type, event_at. gap:
  an SQL interval. One row per session, with its events, devices, start and end, and
  whether it is a part of an id.
-#}
{% macro sessions_of(events, gap) %}
    {%- set measures -%}
            count(*) as event_count,
            count(*) filter (where device_type = 'mobile') as mobile_event_count,
            count(*) filter (where device_type = 'desktop') as desktop_event_count,
            min(event_at) as started_at,
            max(event_at) as ended_at
    {%- endset %}
    with sessions_of_ids as (

        select
            tenant_id,
            customer_id,
            session_id,
            {{ measures }}
        from {{ events }}
        where session_id is not null
        group by tenant_id, customer_id, session_id

    ),

    long_ids as (

        select
            tenant_id,
            customer_id,
            session_id
        from sessions_of_ids
        where ended_at - started_at > {{ max_session_length() }}

    ),

    events_by_gap as (

        select *
        from {{ events }}
        where
            session_id is null
            or (tenant_id, customer_id, session_id) in (
                select (long_ids.tenant_id, long_ids.customer_id, long_ids.session_id)
                from long_ids
            )

    ),

    event_pauses as (

        select
            *,
            event_at - lag(event_at) over events_of_id as pause
        from events_by_gap
        window events_of_id as (
            partition by tenant_id, customer_id, session_id
            order by event_at
        )

    ),

    -- by range: events of one time count the same pauses
    numbered_events as (

        select
            *,
            count(*) filter (where pause is null or pause >= {{ gap }}) over (
                partition by tenant_id, customer_id, session_id
                order by event_at
                range between unbounded preceding and current row
            ) as session_number
        from event_pauses

    ),

    sessions_by_gap as (

        select
            tenant_id,
            customer_id,
            session_id,
            session_number,
            {{ measures }}
        from numbered_events
        group by tenant_id, customer_id, session_id, session_number

    )

    select
        * exclude (session_id),
        session_id as source_session_id,
        false as is_part_of_id
    from sessions_of_ids
    where ended_at - started_at <= {{ max_session_length() }}
    union all by name
    select
        * exclude (session_id, session_number),
        session_id as source_session_id,
        session_id is not null as is_part_of_id
    from sessions_by_gap
{% endmacro %}
