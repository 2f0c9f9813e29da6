-- What the members of segments did, day by day.
select
    analytics.*,
    coalesce(profiles.name, 'All customers') as name
from behavioral_analytics as analytics
left join segment_profiles as profiles
    on
        analytics.tenant_id = profiles.tenant_id
        and analytics.segment_id = profiles.segment_id
where
    analytics.tenant_id = $tenant_id
    and list_contains($segments, analytics.segment_id)
    and analytics.date between $first_day and $last_day
order by profiles.member_count desc nulls first, analytics.segment_id, analytics.date
