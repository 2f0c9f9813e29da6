-- The tenants of every segment, as JSON, also of those without a member.
select cast(to_json(coalesce(map(list(segment_id), list(tenants)), map())) as varchar)
from (
    select
        segment_id,
        list(distinct tenant_id order by tenant_id) as tenants
    from warehouse.{{ schema | name }}.customer_segments
    group by segment_id
)
