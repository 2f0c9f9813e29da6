-- Notes the checksums of the days of an archive, so that no rollup makes them again.
insert into archived_days
select event_date, event_count, day_checksum, last_loaded_at
from int_event_day_checksums
where
    event_date <= cast($archived_until as date)
    and event_date not in (select event_date from archived_days)
