with members as (

    select
        tenant_id,
        segment_id,
        customer_id
    from {{ ref('segment_members') }}
    where left_at is null

),

segments as (

    select *
    from {{ ref('customer_segments') }}
    where is_active

),

-- once per customer, however many segments she is in
covered as (

    select
        members.tenant_id,
        members.customer_id,
        bool_or(segments.dimension is null) as is_in_definition
    from members
    inner join segments
        on
            members.tenant_id = segments.tenant_id
            and members.segment_id = segments.segment_id
    group by members.tenant_id, members.customer_id

),

customer_counts as (

    select
        customers.tenant_id,
        count(*) as customer_count,
        count(covered.customer_id) as covered_count,
        count(*) filter (where covered.is_in_definition) as defined_count
    from {{ ref('int_customers') }} as customers
    left join covered
        on
            customers.tenant_id = covered.tenant_id
            and customers.customer_id = covered.customer_id
    group by customers.tenant_id

),

playbooks as (

    select
        tenant_id,
        count(*) as playbook_count
    from segments
    where playbook is not null
    group by tenant_id

),

final as (

    select
        customer_counts.tenant_id,
        customer_counts.customer_count,
        customer_counts.covered_count,
        customer_counts.defined_count,
        coalesce(playbooks.playbook_count, 0) as playbook_count
    from customer_counts
    left join playbooks on customer_counts.tenant_id = playbooks.tenant_id

)

select * from final
