-- a leaf of the graph, so that nothing is held up by this test
-- depends_on: {{ ref('segment_overlap') }}
-- members in = members out: who meets the rules is a member, and nobody else, except in
-- segments whose definition is wrong
with members as (

    select
        members.tenant_id,
        members.segment_id,
        members.customer_id
    from {{ ref('segment_members') }} as members
    inner join {{ ref('customer_segments') }} as segments
        on
            members.tenant_id = segments.tenant_id
            and members.segment_id = segments.segment_id
    where
        members.left_at is null
        and segments.is_current
        and segments.status <> 'invalid'

)

select
    coalesce(members.tenant_id, evaluations.tenant_id) as tenant_id,
    coalesce(members.segment_id, evaluations.segment_id) as segment_id,
    coalesce(members.customer_id, evaluations.customer_id) as customer_id
from members
full join {{ ref('int_segment_evaluations') }} as evaluations
    on
        members.tenant_id = evaluations.tenant_id
        and members.segment_id = evaluations.segment_id
        and members.customer_id = evaluations.customer_id
where members.customer_id is null or evaluations.customer_id is null
