-- The days that a replay can have: from the first with an event to the newest whole one.
select
    (select any_value(input_name) from base_events) as input_name,
    (
        select min(event_date)
        from int_event_day_checksums
        where event_date > coalesce(
            (select max(archived_until) from archives), date '0001-01-01'
        )
    ) as first_day,
    (select as_of_date from int_as_of_date) as newest_day
