-- How far customers get on their journey, by the traffic that brought them first:
-- how many reached each stage, and the percentages that went on from awareness to
-- an order, and from one order to staying.
select
    customers.tenant_id,
    coalesce(customers.first_traffic_category, 'Unknown') as first_traffic_category,
    count(*) as customer_count,
    count(journey.consideration_date) as consideration_count,
    count(journey.decision_date) as decision_count,
    count(journey.retention_date) as retention_count,
    count(journey.advocacy_date) as advocacy_count,
    round(100 * count(journey.decision_date) / count(*), 1) as percent_decided,
    round(
        100 * count(journey.retention_date) / nullif(count(journey.decision_date), 0), 1
    ) as percent_stayed
from {{ ref('customer_360') }} as customers
inner join {{ ref('customer_journey') }} as journey
    on
        customers.tenant_id = journey.tenant_id
        and customers.customer_id = journey.customer_id
group by customers.tenant_id, first_traffic_category
order by
    customers.tenant_id asc,
    percent_decided desc,
    first_traffic_category asc
