-- How many members a segment has now.
select count(*) as members
from segment_members
where
    segment_id = $segment_id
    and left_at is null
    and ($tenant_id is null or tenant_id = $tenant_id)
