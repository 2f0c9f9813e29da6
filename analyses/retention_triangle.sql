-- Of the customers who first ordered in a month, the percentage who ordered again
-- in the months after it. Empty where the month has not begun; the newest figures
-- still grow.
{%- set months = 12 %}
select
    cohorts.tenant_id,
    cohorts.cohort_name,
    cohorts.member_count,
    {%- for number in range(1, months + 1) %}
    round(100 * max(retention.bought_share) filter (
        where retention.period_number = {{ number }}
    ), 1) as month_{{ number }}{{ ',' if not loop.last }}
    {%- endfor %}
from {{ ref('cohorts') }} as cohorts
inner join {{ ref('cohort_retention') }} as retention
    on
        cohorts.tenant_id = retention.tenant_id
        and cohorts.cohort_id = retention.cohort_id
where cohorts.definition_id = 'first_order_month'
group by cohorts.tenant_id, cohorts.cohort_name, cohorts.member_count
order by cohorts.tenant_id, cohorts.cohort_name
