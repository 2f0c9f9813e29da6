-- What changed in the last seven days: who entered and left each segment, and
-- whether the customers did it (data) or an edit of the segment (definition,
-- archived, …).
with newest as (

    select max(as_of_date) as newest_date from {{ ref('segment_runs') }}

)

select
    transitions.tenant_id,
    transitions.segment_id,
    transitions.reason,
    count(*) filter (where transitions.transition = 'entered') as entered_count,
    count(*) filter (where transitions.transition = 'left') as left_count,
    count(*) filter (where transitions.transition = 'entered')
    - count(*) filter (where transitions.transition = 'left') as net_change,
    min(transitions.as_of_date) as first_date,
    max(transitions.as_of_date) as last_date
from {{ ref('segment_transitions') }} as transitions
cross join newest
where transitions.as_of_date > newest.newest_date - 7
group by transitions.tenant_id, transitions.segment_id, transitions.reason
order by
    abs(net_change) desc,
    transitions.tenant_id asc,
    transitions.segment_id asc
