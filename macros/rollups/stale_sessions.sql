{#-
  A query for the sessions, as the table holds them, that events of a stale day may join,
  extend or bridge: those within the gap of the day and those of the same source id.

  gap: an SQL interval. Needs the CTEs stale_days and stale_day_events beside it.
-#}
{% macro stale_sessions(gap) %}
    select sessions.*
    from {{ this }} as sessions
    where
        exists (
            select 1
            from stale_days
            where
                sessions.started_at < {{ midnight_after('stale_days.event_date') }} + {{ gap }}
                and sessions.ended_at
                >= {{ midnight_after('stale_days.event_date - 1') }} - {{ gap }}
        )
    union
    select sessions.*
    from {{ this }} as sessions
    inner join stale_day_events as events
        on
            sessions.tenant_id = events.tenant_id
            and sessions.customer_id = events.customer_id
            and sessions.source_session_id = events.session_id
{% endmacro %}
