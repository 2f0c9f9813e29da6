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
cross join (select count(*) as pair_count from {{ ref('segment_overlap') }}) as pairs
where coalesce(followed.previous_transition, 'left') = followed.transition
