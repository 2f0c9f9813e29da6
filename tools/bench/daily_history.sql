-- Puts days of history before the only evaluated day: on each of them one membership in a
-- hundred was left, or entered again. Parameter: days.
create temporary table first_day as
select max(as_of_date) as as_of_date from segment_runs;

create temporary table numbers as
select cast(range as integer) as number from range(1, $days);

create temporary table pairs as
select number from numbers where number % 2 = 1 and number + 1 < $days;

insert into segment_transitions
select
    transitions.tenant_id, transitions.segment_id, transitions.customer_id,
    moves.transition, 'data' as reason,
    cast(first_day.as_of_date - $days + pairs.number + moves.step as date) as as_of_date
from segment_transitions as transitions
cross join first_day
cross join pairs
cross join (values ('left', 0), ('entered', 1)) as moves (transition, step)
where hash(transitions.customer_id, transitions.segment_id, pairs.number) % 100 = 0;

update segment_transitions
set as_of_date = (select cast(as_of_date - $days as date) from first_day)
where reason = 'first_load';

update int_segment_versions
set valid_from = (select cast(as_of_date - $days as date) from first_day);

update int_segment_first_evaluations
set as_of_date = (select cast(as_of_date - $days as date) from first_day);

insert into int_segment_day_snapshots
select snapshots.* replace (
    cast(first_day.as_of_date - $days + earlier.number as date) as as_of_date
)
from int_segment_day_snapshots as snapshots
cross join first_day
cross join (select 0 as number union all select number from numbers) as earlier;

insert into segment_runs
select runs.* replace (
    cast(first_day.as_of_date - $days + earlier.number as date) as as_of_date
)
from segment_runs as runs
cross join first_day
cross join (select 0 as number union all select number from numbers) as earlier;
