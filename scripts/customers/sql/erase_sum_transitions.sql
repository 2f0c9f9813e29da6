-- Members of days that have passed are counted with who was there.
insert into erased_transitions
select
    tenant_id,
    segment_id,
    transition,
    reason,
    count(*),
    as_of_date,
    (select max(segment_runs.as_of_date) from segment_runs)
from segment_transitions
where {{ is_theirs }}
group by tenant_id, segment_id, transition, reason, as_of_date
