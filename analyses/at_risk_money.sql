-- How much money is at risk: what customers who are slipping away pay a month and
-- have spent, by how valuable they are. The top row is where a call pays off first.
select
    tenant_id,
    lifecycle_stage,
    clv_tier,
    count(*) as customer_count,
    count(*) filter (where mrr > 0) as paying_count,
    coalesce(sum(mrr), 0) as mrr_at_risk,
    sum(total_spent) as spent_so_far,
    round(avg(days_since_active), 1) as average_days_inactive
from {{ ref('customer_360') }}
where lifecycle_stage in ('At-Risk', 'Churned')
group by tenant_id, lifecycle_stage, clv_tier
order by
    mrr_at_risk desc,
    spent_so_far desc,
    tenant_id asc,
    lifecycle_stage asc,
    clv_tier asc
