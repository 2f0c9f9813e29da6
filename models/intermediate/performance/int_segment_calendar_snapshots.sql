with days as (

    select
        event_date,
        evaluated_date
    from {{ ref('int_segment_day_checksums') }}

),

-- an archived segment has one more row, on the day that its members left
archived_days as (

    select
        tenant_id,
        segment_id,
        valid_from
    from {{ ref('int_segment_versions') }}
    where status = 'archived'

),

final as (

    select
        snapshots.*,
        days.event_date = days.evaluated_date as is_evaluated,
        days.event_date
    from days
    inner join {{ ref('int_segment_day_snapshots') }} as snapshots
        on days.evaluated_date = snapshots.as_of_date
    left join archived_days
        on
            snapshots.tenant_id = archived_days.tenant_id
            and snapshots.segment_id = archived_days.segment_id
            and snapshots.as_of_date = archived_days.valid_from
    where
        days.event_date = days.evaluated_date
        or archived_days.segment_id is null

)

select * from final
