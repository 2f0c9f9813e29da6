-- a leaf of the graph, so that nothing is held up by this test
-- depends_on: {{ ref('segment_overlap') }}
-- nobody enters a segment that he is in, or leaves one that he is not in
with followed as (

    select
        *,
        lag(transition) over (
            partition by tenant_id, segment_id, customer_id order by as_of_date
        ) as previous_transition
    from {{ ref('segment_transitions') }}

)

select followed.*
from followed
where coalesce(followed.previous_transition, 'left') = followed.transition
