-- The segments of a tenant: those with a definition first, then dimension by dimension.
select *
from segment_profiles
where
    tenant_id = $tenant_id
    and ($types is null or list_contains($types, segment_type))
order by dimension nulls first, member_count desc, segment_id
