{#-
  A query that numbers the events of each customer and session id by the pauses between them:
  one of the gap or more begins another session_number.

  events: a relation with tenant_id, customer_id, session_id, event_at. gap: an SQL interval.
-#}
{% macro numbered_by_gap(events, gap) %}
    with event_pauses as (

        select
            *,
            event_at - lag(event_at) over events_of_id as pause
        from {{ events }}
        window events_of_id as (
            partition by tenant_id, customer_id, session_id
            order by event_at
        )

    )

    -- by range: events of one time count the same pauses
    select
        *,
        count(*) filter (where pause is null or pause >= {{ gap }}) over (
            partition by tenant_id, customer_id, session_id
            order by event_at
            range between unbounded preceding and current row
        ) as session_number
    from event_pauses
{% endmacro %}
