-- The segments that the published marts know, and their tenants.
select distinct
    segment_id,
    tenant_id
from customer_segments
order by segment_id, tenant_id
