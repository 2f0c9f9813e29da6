{#-
  A query that puts events together to sessions: those of a source id, and, without one,
  those with pauses shorter than the gap. An id that lasts longer than the var
  max_session_hours is no visit, and is split by the gap, too.

  events: a relation with tenant_id, customer_id, session_id, device_type, event_at. gap:
  an SQL interval. One row per session, with its events, devices, start and end, and
  whether it is a part of an id.
-#}
{% macro sessions_of(events, gap) %}
    with sessions_of_ids as (

        select
            tenant_id,
            customer_id,
            session_id,
            {{ session_measures() }}
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

    sessions_by_gap as (

        select
            tenant_id,
            customer_id,
            session_id,
            session_number,
            {{ session_measures() }}
        from ({{ numbered_by_gap('events_by_gap', gap) }}) as numbered_events
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
