-- Which segments grow and which shrink: members on the newest evaluated day and on
-- the last one that is four weeks before it, or the oldest one if there is none.
with newest as (

    select max(as_of_date) as newest_date from {{ ref('segment_runs') }}

),

evaluated_days as (

    select
        newest.newest_date,
        coalesce(
            max(runs.as_of_date) filter (
                where runs.as_of_date <= newest.newest_date - 28
            ),
            min(runs.as_of_date)
        ) as earlier_date
    from {{ ref('segment_runs') }} as runs
    cross join newest
    group by newest.newest_date

),

sizes as (

    select
        trends.tenant_id,
        trends.segment_id,
        max(trends.member_count) filter (
            where trends.date = evaluated_days.earlier_date
        ) as members_before,
        max(trends.member_count) filter (
            where trends.date = evaluated_days.newest_date
        ) as members_now,
        evaluated_days.earlier_date,
        evaluated_days.newest_date
    from {{ ref('segment_trends') }} as trends
    cross join evaluated_days
    group by
        trends.tenant_id,
        trends.segment_id,
        evaluated_days.earlier_date,
        evaluated_days.newest_date

)

select
    tenant_id,
    segment_id,
    members_before,
    members_now,
    members_now - members_before as member_change,
    cast(
        (members_now - members_before) / nullif(members_before, 0) as decimal(18, 4)
    ) as relative_change,
    earlier_date,
    newest_date
from sizes
where members_now is not null
order by
    abs(coalesce(members_now - members_before, 0)) desc,
    tenant_id asc,
    segment_id asc
