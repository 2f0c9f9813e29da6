-- How segments did, day by day.
select
    performance.*,
    profiles.name
from segment_performance as performance
inner join segment_profiles as profiles
    on
        performance.tenant_id = profiles.tenant_id
        and performance.segment_id = profiles.segment_id
where
    performance.tenant_id = $tenant_id
    and list_contains($segments, performance.segment_id)
    and performance.date between $first_day and $last_day
order by profiles.member_count desc, performance.segment_id, performance.date
