with trends as (

    select * from {{ ref('segment_trends') }}

),

days as (

    select
        date,
        lag(date) over (
            order by date
        ) as previous_date
    from (select distinct date from trends) as trend_days

),

-- who was erased after a day did not leave on the next one
erased as (

    {{ erased_transitions_query() }}

),

-- days that were evaluated before the trends were kept are not compared
final as (

    select
        trends.tenant_id,
        trends.segment_id,
        trends.date,
        trends.member_count,
        trends.entered_count,
        trends.left_count,
        coalesce(previous.member_count, 0) as members_of_the_day_before
    from trends
    inner join days
        on trends.date = days.date
    left join trends as previous
        on
            trends.tenant_id = previous.tenant_id
            and trends.segment_id = previous.segment_id
            and days.previous_date = previous.date
    where
        (
            days.previous_date is not null
            or trends.date = (
                select min(runs.as_of_date) from {{ ref('segment_runs') }} as runs
            )
        )
        and trends.member_count
        <> coalesce(previous.member_count, 0)
        + trends.entered_count
        - trends.left_count
        and not exists (
            select erased.segment_id
            from erased
            where
                erased.tenant_id = trends.tenant_id
                and erased.segment_id = trends.segment_id
                and erased.last_evaluated_date <= trends.date
                and coalesce(erased.last_evaluated_date >= days.previous_date, true)
        )

)

select * from final
