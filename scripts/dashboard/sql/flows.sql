-- Who had which value of a dimension on two days; nobody had one before being known.
with segments as (
    select
        segment_id,
        dimension_value
    from customer_segments
    where tenant_id = $tenant_id and dimension = $dimension and is_current
),

spans as (
    select
        members.customer_id,
        segments.dimension_value,
        cast(members.joined_at as date) as joined_date,
        cast(members.left_at as date) as left_date
    from segment_members as members
    inner join segments on members.segment_id = segments.segment_id
    where members.tenant_id = $tenant_id
),

before as (
    select * from spans
    where joined_date <= $first_day and coalesce(left_date > $first_day, true)
),

after as (
    select * from spans
    where joined_date <= $last_day and coalesce(left_date > $last_day, true)
)

select
    coalesce(before.dimension_value, 'not known yet') as from_value,
    coalesce(after.dimension_value, 'none any more') as to_value,
    count(*) as customer_count
from before
full join after on before.customer_id = after.customer_id
group by from_value, to_value
order by customer_count desc, from_value, to_value
