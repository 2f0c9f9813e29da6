-- each cohort with members has every period from 0 on, all of a definition as many, and
-- figures in all those that began, one after the other, and in no other
with rows_of_cohorts as (

    select
        tenant_id,
        cohort_id,
        definition_id,
        max(customer_count) as customer_count,
        min(period_number) as first_period,
        max(period_number) as last_period,
        count(*) as row_count,
        count(active_count) as known_count,
        max(period_number) filter (where active_count is not null)
        - min(period_number) filter (where active_count is not null)
        + 1 as known_span
    from {{ ref('cohort_retention') }}
    group by tenant_id, cohort_id, definition_id

),

of_definitions as (

    select
        *,
        max(row_count) over (
            partition by tenant_id, definition_id
        ) as longest
    from rows_of_cohorts

)

select
    cohorts.tenant_id,
    cohorts.cohort_id,
    cohorts.member_count,
    of_definitions.*
from {{ ref('cohorts') }} as cohorts
full join of_definitions
    on
        cohorts.tenant_id = of_definitions.tenant_id
        and cohorts.cohort_id = of_definitions.cohort_id
where
    coalesce(cohorts.member_count, 0) <> coalesce(of_definitions.customer_count, 0)
    or of_definitions.first_period <> 0
    or of_definitions.row_count <> of_definitions.last_period + 1
    or of_definitions.row_count <> of_definitions.longest
    or of_definitions.known_count <> of_definitions.known_span
