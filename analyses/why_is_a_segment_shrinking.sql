-- Why a segment is shrinking: those who left it in the last 28 days, by why they
-- left and by what they are now. Put the segment in question into the first lines.
with asked as (

    select 'lifecycle_stage.active' as segment_id

),

leavers as (

    select
        members.tenant_id,
        members.segment_id,
        members.customer_id,
        max(members.left_reason) as left_reason
    from {{ ref('segment_members') }} as members
    inner join asked on members.segment_id = asked.segment_id
    cross join {{ ref('int_as_of_date') }} as as_of_date
    where members.left_at > as_of_date.as_of_date - 28
    group by members.tenant_id, members.segment_id, members.customer_id

)

select
    leavers.tenant_id,
    leavers.segment_id,
    leavers.left_reason,
    customers.lifecycle_stage,
    customers.activity_class,
    customers.subscription_status,
    count(*) as customer_count,
    sum(customers.total_spent) as spent_so_far,
    round(avg(customers.days_since_active), 1) as average_days_inactive
from leavers
inner join {{ ref('customer_360') }} as customers
    on
        leavers.tenant_id = customers.tenant_id
        and leavers.customer_id = customers.customer_id
group by
    leavers.tenant_id,
    leavers.segment_id,
    leavers.left_reason,
    customers.lifecycle_stage,
    customers.activity_class,
    customers.subscription_status
order by
    customer_count desc,
    spent_so_far desc,
    leavers.tenant_id asc
