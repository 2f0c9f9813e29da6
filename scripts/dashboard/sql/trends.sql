-- Members, entries and exits of segments, day by day. On its first day everybody who is in
-- a segment enters it, which is no act of theirs.
with trends as (
    select
        *,
        date = min(date) over (partition by tenant_id, segment_id) as is_first_day
    from segment_trends
    where tenant_id = $tenant_id and list_contains($segments, segment_id)
)

select
    trends.*,
    profiles.name
from trends
inner join segment_profiles as profiles
    on
        trends.tenant_id = profiles.tenant_id
        and trends.segment_id = profiles.segment_id
where trends.date between $first_day and $last_day
order by profiles.member_count desc, trends.segment_id, trends.date
