-- no customer is in two segments of one exclusive set
with exclusive_segments as (

    select
        tenant_id,
        segment_id,
        exclusive_set
    from {{ ref('customer_segments') }}
    where is_active and exclusive_set is not null

)

select
    pairs.tenant_id,
    segments.exclusive_set,
    pairs.segment_id,
    pairs.other_segment_id,
    pairs.shared_count
from {{ ref('segment_overlap') }} as pairs
inner join exclusive_segments as segments
    on
        pairs.tenant_id = segments.tenant_id
        and pairs.segment_id = segments.segment_id
inner join exclusive_segments as others
    on
        pairs.tenant_id = others.tenant_id
        and pairs.other_segment_id = others.segment_id
where segments.exclusive_set = others.exclusive_set
