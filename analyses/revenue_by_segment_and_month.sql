-- What the members of each segment, as it is now, spent in each of the last twelve
-- months. Segments overlap: only those of one dimension add up to all revenue.
with months as (

    select
        active_days.tenant_id,
        active_days.customer_id,
        {{ dbt.date_trunc('month', 'active_days.event_date') }} as month_start,
        sum(active_days.revenue) as revenue,
        sum(active_days.order_count) as order_count
    from {{ ref('int_customer_days') }} as active_days
    cross join {{ ref('int_as_of_date') }} as as_of_date
    where
        active_days.event_date
        > {{ dbt.dateadd('month', -12, 'as_of_date.as_of_date') }}
    group by active_days.tenant_id, active_days.customer_id, month_start

)

select
    members.tenant_id,
    members.segment_id,
    cast(months.month_start as date) as month_start,
    count(distinct months.customer_id) filter (
        where months.order_count > 0
    ) as buyer_count,
    cast(sum(months.order_count) as bigint) as order_count,
    sum(months.revenue) as revenue
from {{ ref('segment_members') }} as members
inner join months
    on
        members.tenant_id = months.tenant_id
        and members.customer_id = months.customer_id
where members.left_at is null
group by members.tenant_id, members.segment_id, months.month_start
having sum(months.revenue) <> 0
order by members.tenant_id, members.segment_id, months.month_start
