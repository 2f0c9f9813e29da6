-- no definition is wrong: with strict_segments false such a segment keeps its last members
select
    segments.tenant_id,
    segments.segment_id,
    segments.valid_from
from {{ ref('customer_segments') }} as segments
cross join (select count(*) as pair_count from {{ ref('segment_overlap') }}) as pairs
where segments.is_current and segments.status = 'invalid'
