-- The segments that a customer is in, or ever was.
select
    members.segment_id,
    segments.name as label,
    cast(members.joined_at as date) as joined,
    cast(members.left_at as date) as "left",
    members.joined_reason,
    members.left_reason
from segment_members as members
left join customer_segments as segments
    on
        members.tenant_id = segments.tenant_id
        and members.segment_id = segments.segment_id
        and segments.is_current
where
    members.tenant_id = $tenant_id
    and members.customer_id = $customer_id
    and (members.left_at is null or $with_history)
order by members.segment_id, members.joined_at
