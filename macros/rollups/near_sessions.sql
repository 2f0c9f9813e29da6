{#-
  A query for the sessions, as the table holds them, within the gap of a stale day: their
  keys, whose they are and their source ids.

  gap: an SQL interval. Needs the CTE stale_days beside it.
-#}
{% macro near_sessions(gap) %}
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

    )

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
{% endmacro %}
