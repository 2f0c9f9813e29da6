with trends as (

    select * from {{ ref('segment_trends') }}

),

moves as (

    select
        tenant_id,
        segment_id,
        as_of_date,
        count(*) filter (where transition = 'entered') as entered_count,
        count(*) filter (where transition = 'left') as left_count
    from {{ ref('segment_transitions') }}
    group by tenant_id, segment_id, as_of_date

),

-- members are all who ever entered, less all who ever left
counts as (

    select
        trends.tenant_id,
        trends.segment_id,
        trends.date,
        trends.member_count,
        trends.entered_count,
        trends.left_count,
        sum(moves.entered_count - moves.left_count) as moved_in,
        sum(moves.entered_count) filter (
            where moves.as_of_date = trends.date
        ) as entered_today,
        sum(moves.left_count) filter (
            where moves.as_of_date = trends.date
        ) as left_today
    from trends
    left join moves
        on
            trends.tenant_id = moves.tenant_id
            and trends.segment_id = moves.segment_id
            and trends.date >= moves.as_of_date
    group by
        trends.tenant_id,
        trends.segment_id,
        trends.date,
        trends.member_count,
        trends.entered_count,
        trends.left_count

),

final as (

    select *
    from counts
    where
        member_count <> coalesce(moved_in, 0)
        or entered_count <> coalesce(entered_today, 0)
        or left_count <> coalesce(left_today, 0)

)

select * from final
