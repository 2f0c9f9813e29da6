-- The tenants in which a customer is in a segment, from the published membership.
select tenant_id
from read_parquet({{ file | literal }})
where
    segment_id = $segment_id
    and customer_id = $customer_id
    and ($tenant_id is null or tenant_id = $tenant_id)
order by tenant_id
