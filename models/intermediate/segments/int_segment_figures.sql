{{ config(materialized='table') }}

with facts as (

    select * from {{ ref('int_customer_facts') }}

),

memberships as (

    select
        tenant_id,
        segment_id,
        customer_id
    from {{ ref('segment_members') }}
    where left_at is null
    union all
    select
        tenant_id,
        'all' as segment_id,
        customer_id
    from facts

),

counted as (

    select
        memberships.tenant_id,
        memberships.segment_id,
        count(*) as customer_count,
        {{ fact_sums() }}
    from memberships
    inner join facts
        on
            memberships.tenant_id = facts.tenant_id
            and memberships.customer_id = facts.customer_id
    group by memberships.tenant_id, memberships.segment_id

),

final as (

    select
        tenant_id,
        segment_id,
        customer_count,
        {{ fact_columns() }},
        as_of_date
    from counted

)

select * from final
