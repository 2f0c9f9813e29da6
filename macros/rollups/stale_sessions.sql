{#-
  A query for the sessions, as the table holds them, that events of a stale day may join,
  extend or bridge: those within the gap of the day, and all of a source id of which one
  part does, since the parts of an id depend on how long it lasts.
  is_within_stale_days says that no event of the session is on another day.

  gap: an SQL interval. Needs the CTEs stale_days and stale_day_events beside it.
-#}
{% macro stale_sessions(gap) %}
    with stale_ids as (

        select distinct
            tenant_id,
            customer_id,
            session_id
        from stale_day_events
        where session_id is not null

    ),

    near_sessions as (

        {{ near_sessions(gap) }}

    ),

    near_ids as (

        select
            tenant_id,
            customer_id,
            session_id
        from stale_ids
        union
        select
            tenant_id,
            customer_id,
            source_session_id as session_id
        from near_sessions
        where source_session_id is not null

    ),

    stale_keys as (

        select session_key
        from near_sessions
        union
        select sessions.session_key
        from {{ this }} as sessions
        inner join near_ids
            on
                sessions.tenant_id = near_ids.tenant_id
                and sessions.customer_id = near_ids.customer_id
                and sessions.source_session_id = near_ids.session_id

    )

    select
        sessions.*,
        sessions.session_date = {{ local_date('sessions.ended_at') }}
        and sessions.session_date in (select stale_days.event_date from stale_days)
            as is_within_stale_days
    from {{ this }} as sessions
    where
        sessions.session_key in (select stale_keys.session_key from stale_keys)
        -- an archive leaves the events of sessions that end within a day of its own end
        and {{ is_kept_day(local_date("sessions.ended_at + interval '1 day'")) }}
{% endmacro %}
