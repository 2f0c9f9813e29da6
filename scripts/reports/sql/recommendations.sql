-- What to do, in the order of the money at stake.
select
    *,
    member_count as customer_count
from segment_recommendations
where
    tenant_id = $tenant_id
    and ($types is null or list_contains($types, segment_type))
order by recommendation_rank
