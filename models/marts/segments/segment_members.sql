with transitions as (

    select * from {{ ref('segment_transitions') }}

),

-- entering and leaving alternate, so a span ends with the next transition
followed as (

    select
        *,
        lead(as_of_date) over customer_segment as left_date,
        lead(reason) over customer_segment as left_reason
    from transitions
    window customer_segment as (
        partition by tenant_id, segment_id, customer_id order by as_of_date
    )

),

final as (

    select
        tenant_id,
        segment_id,
        customer_id,
        reason as joined_reason,
        left_reason,
        row_number() over (
            partition by tenant_id, segment_id, customer_id order by as_of_date
        ) as span_number,
        cast(as_of_date as timestamp) as joined_at,
        cast(left_date as timestamp) as left_at
    from followed
    where transition = 'entered'

)

select * from final
