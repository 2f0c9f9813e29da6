-- What a build with other definitions would change, per segment.
-- evaluations: the query of the members of all segments by those definitions.
with evaluations as (

{{ evaluations }}

),

current_members as (
    select
        tenant_id,
        segment_id,
        customer_id
    from segment_members
    where left_at is null
)

select
    coalesce(evaluations.segment_id, current_members.segment_id) as segment_id,
    count(current_members.customer_id) as members_before,
    count(evaluations.customer_id) as members_after,
    count(*) filter (where current_members.customer_id is null) as entered,
    count(*) filter (where evaluations.customer_id is null) as left_count
from evaluations
full join current_members
    on
        evaluations.tenant_id = current_members.tenant_id
        and evaluations.segment_id = current_members.segment_id
        and evaluations.customer_id = current_members.customer_id
group by coalesce(evaluations.segment_id, current_members.segment_id)
