-- a leaf of the graph, so that nothing is held up by this test
-- depends_on: {{ ref('segment_overlap') }}
-- every transition in minus every transition out is the number of members now
with moved as (

    select
        tenant_id,
        segment_id,
        sum(case transition when 'entered' then 1 else -1 end) as member_count
    from {{ ref('segment_transitions') }}
    group by tenant_id, segment_id

)

select
    segments.tenant_id,
    segments.segment_id,
    segments.member_count,
    moved.member_count as moved_count
from {{ ref('customer_segments') }} as segments
left join moved
    on
        segments.tenant_id = moved.tenant_id
        and segments.segment_id = moved.segment_id
where
    segments.is_current
    and segments.member_count <> coalesce(moved.member_count, 0)
