-- a leaf of the graph, so that nothing is held up by this test
-- depends_on: {{ ref('segment_overlap') }}
-- no definition is wrong: with strict_segments false, such a segment keeps its last
-- members
select
    segments.tenant_id,
    segments.segment_id,
    segments.valid_from
from {{ ref('customer_segments') }} as segments
where segments.is_current and segments.status = 'invalid'
