-- every calendar day since the first evaluated one; trends on the evaluated ones
with days as (

    select
        event_date as date,
        evaluated_date
    from {{ ref('int_segment_day_checksums') }}

),

segment_analytics as (

    select * from {{ ref('behavioral_analytics') }}
    where segment_id <> 'all'

),

versions as (

    select * from {{ ref('customer_segments') }}

),

-- an archived version has a row on the day on which it begins only
expected as (

    select
        versions.tenant_id,
        versions.segment_id,
        days.date,
        days.date = days.evaluated_date as is_evaluated
    from versions
    inner join days
        on
            versions.valid_from <= days.evaluated_date
            and coalesce(versions.valid_to > days.evaluated_date, true)
            and (versions.status <> 'archived' or versions.valid_from = days.date)

),

final as (

    select
        coalesce(expected.tenant_id, analytics.tenant_id) as tenant_id,
        coalesce(expected.segment_id, analytics.segment_id) as segment_id,
        coalesce(expected.date, analytics.date) as date,
        analytics.total_customers,
        performance.member_count as members_in_performance,
        trends.member_count as members_in_trends
    from expected
    full outer join segment_analytics as analytics
        on
            expected.tenant_id = analytics.tenant_id
            and expected.segment_id = analytics.segment_id
            and expected.date = analytics.date
    full outer join {{ ref('segment_performance') }} as performance
        on
            analytics.tenant_id = performance.tenant_id
            and analytics.segment_id = performance.segment_id
            and analytics.date = performance.date
    full outer join {{ ref('segment_trends') }} as trends
        on
            analytics.tenant_id = trends.tenant_id
            and analytics.segment_id = trends.segment_id
            and analytics.date = trends.date
    where
        expected.date is null
        or analytics.is_evaluated is distinct from expected.is_evaluated
        or performance.is_evaluated is distinct from expected.is_evaluated
        or analytics.total_customers is distinct from performance.member_count
        or (
            expected.is_evaluated
            and analytics.total_customers is distinct from trends.member_count
        )

)

select * from final
