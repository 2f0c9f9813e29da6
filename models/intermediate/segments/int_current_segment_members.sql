with members as (

    select
        members.tenant_id,
        members.segment_id,
        members.customer_id
    from {{ ref('segment_members') }} as members
    inner join {{ ref('customer_segments') }} as segments
        on
            members.tenant_id = segments.tenant_id
            and members.segment_id = segments.segment_id
    where
        members.left_at is null
        and segments.is_active

),

final as (

    select * from members
    union all
    select
        tenant_id,
        'all' as segment_id,
        customer_id
    from {{ ref('int_customers') }}

)

select * from final
