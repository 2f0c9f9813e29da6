{#-
  A query for the sessions, as the table holds them, that events of a stale day may join,
  extend or bridge: those within the gap of the day, and all of a source id of which one
  part does, since the parts of an id depend on how long it lasts.
  is_within_stale_days says that no event of the session is on another day.

  gap: an SQL interval. Needs the CTEs stale_days and stale_day_events beside it.
-#}
{% macro stale_sessions(gap) %}
    with bounds as (

        select
            min(event_date) as first_date,
            max(event_date) as last_date
        from stale_days

    ),

    -- local time is at most a day from UTC; only these few are put on their days
    sessions as (

        select
            sessions.*,
            {{ local_date('sessions.started_at - ' ~ gap) }} as reaches_from,
            {{ local_date('sessions.ended_at + ' ~ gap) }} as reaches_to
        from {{ this }} as sessions
        cross join bounds
        where
            sessions.ended_at + {{ gap }} >= bounds.first_date - interval '1 day'
            and sessions.started_at - {{ gap }} < bounds.last_date + interval '2 days'

    ),

    stale_ids as (

        select distinct
            tenant_id,
            customer_id,
            session_id
        from stale_day_events
        where session_id is not null

    ),

    near_sessions as (

        select
            sessions.session_key,
            sessions.tenant_id,
            sessions.customer_id,
            sessions.source_session_id
        from sessions
        where
            sessions.reaches_from in (select stale_days.event_date from stale_days)
            or sessions.reaches_to in (select stale_days.event_date from stale_days)
        union
        -- days between the ends of a long session
        select
            sessions.session_key,
            sessions.tenant_id,
            sessions.customer_id,
            sessions.source_session_id
        from sessions
        inner join stale_days
            on
                sessions.reaches_from < stale_days.event_date
                and sessions.reaches_to > stale_days.event_date
        where sessions.reaches_to - sessions.reaches_from > 1

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
