-- Segments as they are now, over all of their tenants.
select
    segment_id,
    any_value(name) as label,
    any_value(segment_type) as type,
    any_value(owner) as owner,
    list(tenant_id order by tenant_id) as tenants,
    cast(sum(member_count) as bigint) as members,
    string_agg(distinct status, ', ' order by status) as status,
    cast(min(created_at) as date) as since
from customer_segments
where is_current and (dimension is null or $with_dimensions)
group by segment_id
order by segment_id
