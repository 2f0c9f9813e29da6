-- The segments as they are now, and their sizes on the days of a period. Who is in a segment
-- on its first day did not enter it: there was nothing to enter before.
with trends as (
    select
        *,
        date = min(date) over (partition by segment_id) as is_first_day
    from segment_trends
    where tenant_id = $tenant_id
),

days as (
    select
        segment_id,
        max_by(member_count, date) as size,
        list(member_count order by date) as sizes,
        coalesce(sum(entered_count) filter (where not is_first_day), 0) as entered,
        sum(left_count) as gone
    from trends
    where date between $first_day and $last_day
    group by segment_id
)

select
    profiles.segment_id,
    profiles.name,
    profiles.segment_type,
    profiles.dimension,
    profiles.owner,
    profiles.trend,
    profiles.member_change,
    profiles.member_count,
    cast(days.size as bigint) as size,
    cast(days.entered as bigint) as entered,
    cast(days.gone as bigint) as gone,
    cast(profiles.share_of_customers as double) as share_of_customers,
    cast(profiles.revenue as double) as revenue,
    days.sizes
from segment_profiles as profiles
left join days on profiles.segment_id = days.segment_id
where profiles.tenant_id = $tenant_id
order by profiles.dimension nulls first, profiles.member_count desc, profiles.segment_id
