-- The days of a replay and what each one knows: what was loaded until the end of the day
-- after it. The newest day, and every day of a replay of all that is loaded, knows all.
select
    day,
    case
        when $as_known and day < cast($newest_day as date)
            then strftime(
                cast(day + 2 as timestamp)
                at time zone (select any_value(timezone) from base_events)
                at time zone 'UTC',
                '%Y-%m-%d %H:%M:%S'
            )
    end as known_until
from (select unnest(cast($days as date[])) as day) as days
order by day
