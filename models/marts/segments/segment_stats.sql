with segments as (

    select
        tenant_id,
        segment_id,
        name,
        status,
        valid_from
    from {{ ref('customer_segments') }}
    where is_current

),

members as (

    select * from {{ ref('segment_members') }}

),

customers as (

    select
        tenant_id,
        count(*) as customer_count
    from {{ ref('int_customers') }}
    group by tenant_id

),

transitions as (

    select
        tenant_id,
        segment_id,
        max(as_of_date) as last_change_date
    from {{ ref('segment_transitions') }}
    group by tenant_id, segment_id

),

-- everybody who was ever a member has a first span, and a member has an open one
counts as (

    select
        tenant_id,
        segment_id,
        count(*) filter (where span_number = 1) as total_members,
        count(*) filter (where left_at is null) as active_members
    from members
    group by tenant_id, segment_id

),

final as (

    select
        segments.tenant_id,
        segments.segment_id,
        segments.name,
        segments.status,
        coalesce(counts.total_members, 0) as total_members,
        coalesce(counts.active_members, 0) as active_members,
        coalesce(counts.total_members - counts.active_members, 0) as inactive_members,
        cast(
            coalesce(counts.active_members, 0) / nullif(customers.customer_count, 0)
            as decimal(9, 6)
        ) as share_of_customers,
        transitions.last_change_date
    from segments
    left join counts
        on
            segments.tenant_id = counts.tenant_id
            and segments.segment_id = counts.segment_id
    left join customers on segments.tenant_id = customers.tenant_id
    left join transitions
        on
            segments.tenant_id = transitions.tenant_id
            and segments.segment_id = transitions.segment_id

)

select * from final
