with members as (

    select
        tenant_id,
        segment_id,
        customer_id
    from {{ ref('segment_members') }}
    where left_at is null

),

sizes as (

    select
        tenant_id,
        segment_id,
        count(*) as member_count
    from members
    group by tenant_id, segment_id

),

numbered_customers as (

    select
        tenant_id,
        customer_id,
        row_number() over (order by tenant_id, customer_id) - 1 as customer_number
    from {{ ref('int_customers') }}

),

numbered_members as (

    select
        members.tenant_id,
        members.segment_id,
        numbered_customers.customer_number
    from members
    inner join numbered_customers
        on
            members.tenant_id = numbered_customers.tenant_id
            and members.customer_id = numbered_customers.customer_id

),

shared as (

    {{ shared_member_counts('numbered_members') }}

),

final as (

    select
        shared.tenant_id,
        shared.segment_id,
        shared.other_segment_id,
        sizes.member_count,
        other_sizes.member_count as other_member_count,
        shared.shared_count,
        cast(
            shared.shared_count / sizes.member_count as decimal(9, 6)
        ) as share_of_segment,
        cast(
            shared.shared_count / other_sizes.member_count as decimal(9, 6)
        ) as share_of_other,
        cast(
            shared.shared_count
            / (sizes.member_count + other_sizes.member_count - shared.shared_count)
            as decimal(9, 6)
        ) as jaccard
    from shared
    inner join sizes
        on
            shared.tenant_id = sizes.tenant_id
            and shared.segment_id = sizes.segment_id
    inner join sizes as other_sizes
        on
            shared.tenant_id = other_sizes.tenant_id
            and shared.other_segment_id = other_sizes.segment_id

)

select * from final
