-- The rows to archive, with the month that they go to: those of the days up to
-- archived_until, and those that repeat their events; but not those of sessions that end
-- so near to the end of it that a late event can still join them.
create or replace temp table archiving as
with zone as (
    select any_value(timezone) as timezone from base_events
),

bounds as (
    select
        cast(cast($archived_until as date) + 1 as timestamp)
        at time zone timezone at time zone 'UTC' as ends_at
    from zone
),

near_sessions as (
    select tenant_id, customer_id, started_at, ended_at
    from int_sessions
    cross join bounds
    where
        started_at < bounds.ends_at
        and ended_at >= bounds.ends_at - interval '1 day'
),

kept_rows as (
    select distinct events.source_file, events.source_row
    from base_checked_events as events
    inner join near_sessions as sessions
        on
            events.tenant_id = sessions.tenant_id
            and events.customer_id = sessions.customer_id
            and events.event_at >= sessions.started_at
            and events.event_at <= sessions.ended_at
    where events.rejection_reason is null
    union
    -- what says who an anonymous id is
    (
        select source_file, source_row
        from base_events
        where rejection_reason is null and customer_id is not null and anonymous_id is not null
        qualify row_number() over (
            partition by tenant_id, anonymous_id order by event_at, customer_id
        ) = 1
    )
),

-- of an event that came more than once, the row that counts: the others go where it goes
counted_rows as (
    select event_key, source_file, source_row, event_date
    from base_checked_events
    where
        rejection_reason is null
        and load_rank = 1
        and event_key in (select event_key from base_events where load_rank > 1)
),

deciding_rows as (
    select
        base_events.source_file,
        base_events.source_row,
        strftime(
            coalesce(base_events.event_date, cast(base_events.loaded_at as date)), '%Y-%m'
        ) as month,
        coalesce(
            counted_rows.event_date,
            base_events.event_date,
            cast(base_events.loaded_at as date)
        ) as decided_date,
        coalesce(counted_rows.source_file, base_events.source_file) as decided_file,
        coalesce(counted_rows.source_row, base_events.source_row) as decided_row
    from base_events
    left join counted_rows
        on
            base_events.event_key = counted_rows.event_key
            and base_events.rejection_reason is null
)

select source_file, source_row, month
from deciding_rows
where
    decided_date <= cast($archived_until as date)
    and (decided_file, decided_row) not in (select source_file, source_row from kept_rows)
