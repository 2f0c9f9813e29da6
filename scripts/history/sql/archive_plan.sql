-- What an archive would take: the last of its days, its number, what speaks against it.
select
    days.as_of_date - cast($retention_days as integer) - 1 as archived_until,
    (select coalesce(max(archive_number), 0) + 1 from archives) as archive_number,
    days.last_known_at is distinct from days.last_loaded_at as is_in_backfill,
    (
        select count(*)
        from build_states
        where resource_type = 'model' and status not in ('success', 'never')
    ) as unfinished_models,
    (
        select count(*)
        from (
            select event_date, count(*) as event_count
            from stg_events
            where event_date > coalesce(
                (select max(archived_until) from archives), date '0001-01-01'
            )
            group by event_date
        ) as events
        full join (
            select event_date, sum(event_count) as event_count
            from int_customer_event_days
            where event_date > coalesce(
                (select max(archived_until) from archives), date '0001-01-01'
            )
            group by event_date
        ) as counted
            on events.event_date = counted.event_date
        where events.event_count is distinct from counted.event_count
    ) as uncounted_days
from int_as_of_date as days
