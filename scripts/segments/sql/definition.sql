-- What the warehouse keeps of a segment's newest version, one row per tenant.
select
    segments.tenant_id,
    segments.name as label,
    segments.description,
    segments.segment_type,
    segments.owner,
    segments.status,
    segments.criteria,
    segments.predicate,
    segments.criteria_hash,
    segments.version,
    cast(segments.created_at as date) as since,
    segments.valid_from,
    stats.active_members as members,
    stats.total_members as members_ever,
    stats.share_of_customers
from customer_segments as segments
inner join segment_stats as stats
    on
        segments.tenant_id = stats.tenant_id
        and segments.segment_id = stats.segment_id
where segments.is_current and segments.segment_id = $segment_id
order by segments.tenant_id
