-- What segments share, from each one's side.
with pairs as (
    select
        segment_id,
        other_segment_id,
        shared_count,
        share_of_segment
    from segment_overlap
    where tenant_id = $tenant_id
    union all
    select
        other_segment_id,
        segment_id,
        shared_count,
        share_of_other
    from segment_overlap
    where tenant_id = $tenant_id
),

cells as (
    select
        own.segment_id as segment_id,
        other.segment_id as other_segment_id
    from (select unnest($segments) as segment_id) as own
    cross join (select unnest($segments) as segment_id) as other
)

select
    cells.segment_id,
    cells.other_segment_id,
    coalesce(pairs.shared_count, 0) as shared_count,
    case
        when cells.segment_id <> cells.other_segment_id
            then coalesce(pairs.share_of_segment, 0)
    end as share_of_segment
from cells
left join pairs
    on
        cells.segment_id = pairs.segment_id
        and cells.other_segment_id = pairs.other_segment_id
order by
    list_position($segments, cells.segment_id),
    list_position($segments, cells.other_segment_id)
