-- Pairs of segments: how many members they share now. Without others, every segment that
-- shares any member with the first.
with members as (
    select
        tenant_id,
        segment_id,
        customer_id
    from segment_members
    where left_at is null and ($tenant_id is null or tenant_id = $tenant_id)
),

sizes as (
    select
        segment_id,
        count(*) as member_count
    from members
    group by segment_id
),

asked as (
    select
        name,
        place
    from (
        select
            unnest(cast($segments as varchar[])) as name,
            unnest(range(len($segments))) as place
    ) as names
),

others as (
    select * from asked
    union all
    select
        segment_id as name,
        1 as place
    from sizes
    where len($segments) = 1
),

pairs as (
    select
        asked.name as segment_id,
        asked.place,
        others.name as other_segment_id,
        others.place as other_place
    from asked
    inner join others on asked.place < others.place and asked.name <> others.name
),

shared as (
    select
        pairs.segment_id,
        pairs.other_segment_id,
        count(*) as shared_count
    from pairs
    inner join members on pairs.segment_id = members.segment_id
    inner join members as other_members
        on
            pairs.other_segment_id = other_members.segment_id
            and members.tenant_id = other_members.tenant_id
            and members.customer_id = other_members.customer_id
    group by pairs.segment_id, pairs.other_segment_id
),

counted as (
    select
        pairs.place,
        pairs.other_place,
        pairs.segment_id,
        pairs.other_segment_id,
        coalesce(sizes.member_count, 0) as members,
        coalesce(other_sizes.member_count, 0) as other_members,
        coalesce(shared.shared_count, 0) as shared
    from pairs
    left join sizes on pairs.segment_id = sizes.segment_id
    left join sizes as other_sizes on pairs.other_segment_id = other_sizes.segment_id
    left join shared
        on
            pairs.segment_id = shared.segment_id
            and pairs.other_segment_id = shared.other_segment_id
)

select
    segment_id,
    other_segment_id,
    members,
    other_members,
    shared,
    round(shared / nullif(members, 0), 6) as share_of_segment,
    round(shared / nullif(other_members, 0), 6) as share_of_other,
    round(shared / nullif(members + other_members - shared, 0), 6) as jaccard
from counted
where len($segments) > 1 or shared > 0
order by place, other_place, shared desc, other_segment_id
