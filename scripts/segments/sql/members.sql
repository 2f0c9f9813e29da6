-- The members of a segment now.
select
    tenant_id,
    customer_id,
    cast(joined_at as date) as since,
    joined_reason as reason
from segment_members
where
    segment_id = $segment_id
    and left_at is null
    and ($tenant_id is null or tenant_id = $tenant_id)
order by tenant_id, customer_id
limit $most
