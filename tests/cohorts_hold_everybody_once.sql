-- who reached the start of a definition is in exactly one of its cohorts, and the
-- cohorts count them all
with expected as (

    select
        joined.tenant_id,
        definitions.definition_id,
        count(*) as customer_count
    from {{ ref('int_cohort_definitions') }} as definitions
    inner join {{ ref('int_cohort_starts') }} as joined
        on definitions.start_id = joined.start_id
    where
        coalesce(definitions.only_tenant_id, joined.tenant_id) = joined.tenant_id
        and (
            definitions.every is not null
            or joined.joined_date >= definitions.range_start_date
        )
        and (
            definitions.every is not null
            or joined.joined_date <= definitions.range_end_date
        )
    group by joined.tenant_id, definitions.definition_id

),

all_counts as (

    select
        tenant_id,
        definition_id,
        customer_count
    from expected
    union all
    select
        tenant_id,
        definition_id,
        count(*) as customer_count
    from {{ ref('cohort_members') }}
    group by tenant_id, definition_id
    union all
    select
        tenant_id,
        definition_id,
        count(distinct customer_id) as customer_count
    from {{ ref('cohort_members') }}
    group by tenant_id, definition_id
    union all
    select
        tenant_id,
        definition_id,
        sum(member_count) as customer_count
    from {{ ref('cohorts') }}
    group by tenant_id, definition_id
    having sum(member_count) > 0

)

select
    tenant_id,
    definition_id,
    min(customer_count) as lowest_count,
    max(customer_count) as highest_count,
    count(*) as answer_count
from all_counts
group by tenant_id, definition_id
having
    min(customer_count) <> max(customer_count)
    or count(*) <> 4
