-- Some of the members of a segment, those who came last first.
select
    customer_id,
    cast(joined_at as date) as since,
    joined_reason as reason
from segment_members
where tenant_id = $tenant_id and segment_id = $segment_id and left_at is null
order by joined_at desc, customer_id
limit $most
