with snapshots as (

    select * from {{ ref('int_segment_day_snapshots') }}

),

counts as (

    select
        tenant_id,
        segment_id,
        member_count,
        member_count - entered_count + left_count as previous_member_count,
        entered_count,
        left_count,
        as_of_date as date
    from snapshots
    where segment_id <> 'all'

),

final as (

    select
        tenant_id,
        segment_id,
        member_count,
        previous_member_count,
        entered_count,
        left_count,
        entered_count - left_count as net_change,
        cast(
            left_count / nullif(previous_member_count, 0) as decimal(9, 6)
        ) as churn_rate,
        date
    from counts

)

select * from final
