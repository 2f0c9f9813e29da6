with segments as (

    select * from {{ ref('customer_segments') }}

),

runs as (

    select as_of_date from {{ ref('segment_runs') }}

),

trends as (

    select * from {{ ref('segment_trends') }}

),

-- the segments of a day: the version that held then, unless it was archived
segment_days as (

    select
        runs.as_of_date,
        segments.tenant_id,
        segments.segment_id,
        segments.dimension
    from runs
    inner join segments
        on
            runs.as_of_date >= segments.valid_from
            and coalesce(runs.as_of_date < segments.valid_to, true)
    where segments.status <> 'archived'

),

sizes as (

    select
        segment_days.as_of_date,
        segment_days.tenant_id,
        segment_days.dimension,
        coalesce(trends.member_count, 0) as member_count
    from segment_days
    left join trends
        on
            segment_days.tenant_id = trends.tenant_id
            and segment_days.segment_id = trends.segment_id
            and segment_days.as_of_date = trends.date

),

final as (

    select
        tenant_id,
        count(*) filter (where dimension is null) as total_segments,
        count(*) filter (where dimension is null and member_count > 0)
            as active_segments,
        cast(
            coalesce(sum(member_count) filter (where dimension is null), 0) as bigint
        ) as total_members,
        count(*) filter (where dimension is not null) as dimension_values,
        cast(
            avg(member_count) filter (where dimension is null) as decimal(18, 2)
        ) as average_size,
        as_of_date
    from sizes
    group by tenant_id, as_of_date

)

select * from final
