-- Which segments are nearly the same people, so that one of the two may be enough:
-- pairs that share at least 80 percent of the customers in either. Dimensions are
-- left out.
with own_segments as (

    select
        tenant_id,
        segment_id,
        name,
        owner
    from {{ ref('customer_segments') }}
    where
        is_active
        and dimension is null

)

select
    overlap.tenant_id,
    segments.name,
    others.name as other_name,
    segments.owner,
    others.owner as other_owner,
    overlap.member_count,
    overlap.other_member_count,
    overlap.shared_count,
    overlap.jaccard
from {{ ref('segment_overlap') }} as overlap
inner join own_segments as segments
    on
        overlap.tenant_id = segments.tenant_id
        and overlap.segment_id = segments.segment_id
inner join own_segments as others
    on
        overlap.tenant_id = others.tenant_id
        and overlap.other_segment_id = others.segment_id
where overlap.jaccard >= 0.8
order by
    overlap.jaccard desc,
    overlap.tenant_id asc,
    segments.name asc,
    others.name asc
