-- Members of the values of each dimension by day.
select
    trends.date,
    segments.dimension,
    segments.dimension_value as name,
    trends.member_count
from segment_trends as trends
inner join segment_profiles as segments
    on
        trends.tenant_id = segments.tenant_id
        and trends.segment_id = segments.segment_id
where trends.tenant_id = $tenant_id and segments.dimension is not null
order by segments.dimension, segments.member_count desc, segments.segment_id, trends.date
