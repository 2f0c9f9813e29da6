-- Who sales should call today: product-qualified leads that do not pay yet, the
-- most urgent first, with what speaks for them and what is still missing.
select
    leads.tenant_id,
    leads.customer_id,
    leads.pql_score,
    leads.urgency_signals,
    leads.earned_signals,
    leads.missing_signals,
    customers.subscription_status,
    customers.plan,
    customers.job_title,
    customers.company_size,
    customers.trial_days_remaining
from {{ ref('pql_scores') }} as leads
inner join {{ ref('customer_360') }} as customers
    on
        leads.tenant_id = customers.tenant_id
        and leads.customer_id = customers.customer_id
where
    leads.is_pql
    and coalesce(customers.mrr, 0) = 0
order by
    leads.pql_score desc,
    customers.trial_days_remaining asc nulls last,
    leads.tenant_id asc,
    leads.customer_id asc
limit 50
