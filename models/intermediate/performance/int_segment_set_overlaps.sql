with segments as (

    select
        tenant_id,
        segment_id,
        exclusive_set
    from {{ ref('customer_segments') }}
    where is_active and exclusive_set is not null

),

customers as (

    select
        segments.tenant_id,
        segments.exclusive_set,
        members.customer_id,
        count(*) as segment_count,
        min(segments.segment_id) || ' and ' || max(segments.segment_id) as example
    from segments
    inner join {{ ref('segment_members') }} as members
        on
            segments.tenant_id = members.tenant_id
            and segments.segment_id = members.segment_id
    where members.left_at is null
    group by segments.tenant_id, segments.exclusive_set, members.customer_id
    having count(*) > 1

),

shared as (

    select
        tenant_id,
        exclusive_set,
        count(*) as customer_count,
        min(example) as example
    from customers
    group by tenant_id, exclusive_set

),

sets as (

    select
        tenant_id,
        exclusive_set,
        min(owner) as owner
    from {{ ref('customer_segments') }}
    where is_active and exclusive_set is not null
    group by tenant_id, exclusive_set

),

final as (

    select
        sets.tenant_id,
        sets.exclusive_set,
        sets.owner,
        shared.example,
        coalesce(shared.customer_count, 0) as customer_count
    from sets
    left join shared
        on
            sets.tenant_id = shared.tenant_id
            and sets.exclusive_set = shared.exclusive_set

)

select * from final
