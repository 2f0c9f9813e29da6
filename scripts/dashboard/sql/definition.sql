-- A segment as it is defined now.
select
    segments.*,
    profiles.trend,
    profiles.share_of_customers,
    profiles.action
from customer_segments as segments
left join segment_profiles as profiles
    on
        segments.tenant_id = profiles.tenant_id
        and segments.segment_id = profiles.segment_id
where
    segments.tenant_id = $tenant_id
    and segments.segment_id = $segment_id
    and segments.is_current
