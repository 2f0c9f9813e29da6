-- within a row the parts fit the whole, and cohorts by the first event hold all that
-- was ever spent and ordered
with retention as (

    select * from {{ ref('cohort_retention') }}

),

first_event_definitions as (

    select definition_id
    from {{ ref('int_cohort_definitions') }}
    where
        start_id = 'first_event'
        and every = period
        and last_period_number is null
        and only_tenant_id is null

),

of_cohorts as (

    select
        retention.tenant_id,
        retention.definition_id,
        sum(retention.revenue) as revenue,
        sum(retention.order_count) as order_count,
        sum(retention.customer_count)
            filter (where retention.period_number = 0) as customer_count,
        sum(retention.active_count)
            filter (where retention.period_number = 0) as active_count
    from retention
    inner join first_event_definitions
        on retention.definition_id = first_event_definitions.definition_id
    group by retention.tenant_id, retention.definition_id

),

of_customers as (

    select
        tenant_id,
        sum(total_spent) as revenue,
        sum(total_purchases) as order_count,
        count(*) filter (where total_events > 0) as customer_count
    from {{ ref('customer_behavior_summary') }}
    group by tenant_id
    having count(*) filter (where total_events > 0) > 0

)

select
    tenant_id,
    cohort_id as name,
    period_number as number,
    'a part is larger than the whole' as problem
from retention
where
    active_count > customer_count
    or active_count > active_or_later_count
    or active_or_later_count > customer_count
    or bought_count > active_count
    or bought_count > order_count
    or (is_complete and active_count is null)
union all
select
    of_customers.tenant_id,
    of_cohorts.definition_id as name,
    of_cohorts.customer_count as number,
    'not what the summary says' as problem
from of_customers
inner join of_cohorts on of_customers.tenant_id = of_cohorts.tenant_id
where
    of_cohorts.revenue <> of_customers.revenue
    or of_cohorts.order_count <> of_customers.order_count
    or of_cohorts.customer_count <> of_customers.customer_count
    or of_cohorts.active_count <> of_customers.customer_count
