-- The segments with a definition as the last build left them.
select
    segment_id,
    any_value(criteria_hash) as criteria_hash,
    bool_and(status = 'archived') as is_archived
from customer_segments
where is_current and dimension is null
group by segment_id
