with snapshots as (

    select * from {{ ref('int_segment_day_snapshots') }}

),

-- how long the step is since the evaluated day before
steps as (

    select
        as_of_date,
        as_of_date - lag(as_of_date) over (order by as_of_date) as step_days
    from snapshots
    group by as_of_date

),

counts as (

    select
        snapshots.tenant_id,
        snapshots.segment_id,
        snapshots.member_count,
        snapshots.member_count - snapshots.entered_count + snapshots.left_count
            as previous_member_count,
        snapshots.entered_count,
        snapshots.left_count,
        cast(steps.step_days as integer) as step_days,
        snapshots.as_of_date as date
    from snapshots
    inner join steps on snapshots.as_of_date = steps.as_of_date
    where snapshots.segment_id <> 'all'

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
        cast(
            left_count / nullif(previous_member_count * step_days, 0) as decimal(9, 6)
        ) as daily_churn_rate,
        step_days,
        date
    from counts

)

select * from final
