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

old_rows as (
    select *
    from base_events
    where
        coalesce(event_date, cast(loaded_at as date)) <= cast($archived_until as date)
        and (source_file, source_row) not in (select source_file, source_row from kept_rows)
)

select
    source_file,
    source_row,
    strftime(coalesce(event_date, cast(loaded_at as date)), '%Y-%m') as month
from old_rows
union
select
    repeats.source_file,
    repeats.source_row,
    strftime(coalesce(repeats.event_date, cast(repeats.loaded_at as date)), '%Y-%m')
from base_events as repeats
where
    repeats.rejection_reason is null
    and repeats.load_rank > 1
    and repeats.event_key in (
        select event_key from old_rows where rejection_reason is null and load_rank = 1
    )
