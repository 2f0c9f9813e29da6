-- Which months brought the best customers: what each sign-up month's customers had
-- spent, per head, by the end of the third month after it. Months too young to tell
-- are left out.
select
    cohorts.tenant_id,
    cohorts.cohort_name,
    cohorts.member_count,
    retention.cumulative_revenue_per_customer as spent_per_customer,
    retention.cumulative_revenue as spent,
    round(100 * retention.active_or_later_share, 1) as percent_still_there,
    rank() over (
        partition by cohorts.tenant_id
        order by retention.cumulative_revenue_per_customer desc
    ) as place
from {{ ref('cohorts') }} as cohorts
inner join {{ ref('cohort_retention') }} as retention
    on
        cohorts.tenant_id = retention.tenant_id
        and cohorts.cohort_id = retention.cohort_id
-- a month from before the data has no figures for the month of signing up itself
inner join {{ ref('cohort_retention') }} as beginning
    on
        cohorts.tenant_id = beginning.tenant_id
        and cohorts.cohort_id = beginning.cohort_id
where
    cohorts.definition_id = 'sign_up_month'
    and retention.period_number = 3
    and retention.is_complete
    and beginning.period_number = 0
    and beginning.is_complete
order by cohorts.tenant_id, place
