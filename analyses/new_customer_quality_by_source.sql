-- Which traffic brings customers that are worth having: of those first seen in the
-- last 90 days, who ordered, what they spent per head, and who is still there.
select
    customers.tenant_id,
    coalesce(customers.first_traffic_category, 'Unknown') as first_traffic_category,
    count(*) as new_customer_count,
    round(100 * count(*) filter (where customers.total_purchases > 0) / count(*), 1)
        as percent_ordered,
    round(sum(customers.total_spent) / count(*), 2) as spent_per_customer,
    round(100 * count(*) filter (where customers.days_since_active < 14) / count(*), 1)
        as percent_active_in_14_days,
    round(avg(customers.engagement_score), 1) as average_engagement_score
from {{ ref('customer_360') }} as customers
inner join {{ ref('cohort_members') }} as members
    on
        customers.tenant_id = members.tenant_id
        and customers.customer_id = members.customer_id
cross join {{ ref('int_as_of_date') }} as as_of_date
where
    members.definition_id = 'first_event_month'
    and members.joined_date > as_of_date.as_of_date - 90
group by customers.tenant_id, first_traffic_category
order by
    customers.tenant_id asc,
    spent_per_customer desc,
    first_traffic_category asc
