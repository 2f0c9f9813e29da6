with trends as (

    select * from {{ ref('segment_trends') }}

),

-- on the days up to their last one, who was erased since is still counted
erased as (

    {{ erased_transitions_query() }}

),

transitions as (

    select
        tenant_id,
        segment_id,
        transition,
        1 as transition_count,
        as_of_date,
        cast(null as date) as last_evaluated_date
    from {{ ref('segment_transitions') }}
    union all
    select
        tenant_id,
        segment_id,
        transition,
        transition_count,
        as_of_date,
        last_evaluated_date
    from erased

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
        sum(
            case transitions.transition when 'entered' then 1 else -1 end
            * transitions.transition_count
        ) as moved_in,
        sum(transitions.transition_count) filter (
            where transitions.as_of_date = trends.date
            and transitions.transition = 'entered'
        ) as entered_today,
        sum(transitions.transition_count) filter (
            where transitions.as_of_date = trends.date
            and transitions.transition = 'left'
        ) as left_today
    from trends
    left join transitions
        on
            trends.tenant_id = transitions.tenant_id
            and trends.segment_id = transitions.segment_id
            and trends.date >= transitions.as_of_date
            and coalesce(trends.date < transitions.last_evaluated_date, true)
    -- their last day may have been evaluated again without them
    where
        (trends.tenant_id, trends.segment_id, trends.date) not in (
            select (erased.tenant_id, erased.segment_id, erased.last_evaluated_date)
            from erased
        )
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
