-- The days that segments were evaluated for, and what each of them knew.
select
    as_of_date,
    strftime(known_until, '%Y-%m-%d %H:%M:%S') as known_until
from segment_runs
order by as_of_date
