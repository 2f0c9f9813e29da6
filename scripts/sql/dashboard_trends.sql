-- Members, entries and exits of segments, day by day.
select
    trends.*,
    profiles.name
from segment_trends as trends
inner join segment_profiles as profiles
    on
        trends.tenant_id = profiles.tenant_id
        and trends.segment_id = profiles.segment_id
where
    trends.tenant_id = $tenant_id
    and list_contains($segments, trends.segment_id)
    and trends.date between $first_day and $last_day
order by profiles.member_count desc, trends.segment_id, trends.date
