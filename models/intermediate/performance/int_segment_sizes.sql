with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

limits as (

    {{ health_limits_query() }}

),

-- how far back the checks look, at most
reach as (

    select
        max(days) as longest_days,
        max(days) filter (where check_name = 'size_change') as compared_days
    from limits

),

segments as (

    select
        tenant_id,
        segment_id,
        member_count,
        cast(created_at as date) as created_date
    from {{ ref('customer_segments') }}
    where is_active

),

changes as (

    select
        transitions.tenant_id,
        transitions.segment_id,
        sum(
            case transitions.transition when 'entered' then 1 else -1 end
        ) as net_change,
        bool_or(transitions.reason = 'data') as is_by_customers,
        bool_or(transitions.reason <> 'data') as is_by_rules,
        transitions.as_of_date
    from {{ ref('segment_transitions') }} as transitions
    cross join as_of_date
    cross join reach
    where transitions.as_of_date > as_of_date.as_of_date - reach.longest_days
    group by transitions.tenant_id, transitions.segment_id, transitions.as_of_date

),

-- what the rules of before held says nothing of those of today
last_changes as (

    select
        tenant_id,
        segment_id,
        max(as_of_date) filter (where is_by_customers) as changed_by_customers_date,
        max(as_of_date) filter (where is_by_rules) as changed_by_rules_date
    from changes
    group by tenant_id, segment_id

),

-- each evaluated day's members are today's without the changes after it
sizes_by_day as (

    select
        segments.tenant_id,
        segments.segment_id,
        runs.as_of_date,
        segments.member_count - coalesce(
            sum(changes.net_change) over (
                partition by segments.tenant_id, segments.segment_id
                order by runs.as_of_date desc
                rows between unbounded preceding and 1 preceding
            ),
            0
        ) as member_count
    from segments
    cross join {{ ref('segment_runs') }} as runs
    cross join as_of_date
    cross join reach
    left join changes
        on
            segments.tenant_id = changes.tenant_id
            and segments.segment_id = changes.segment_id
            and runs.as_of_date = changes.as_of_date
    where
        runs.as_of_date >= as_of_date.as_of_date - reach.compared_days
        and runs.as_of_date <= as_of_date.as_of_date

),

compared as (

    select
        sizes_by_day.tenant_id,
        sizes_by_day.segment_id,
        count(*) as compared_run_count,
        cast(
            sum(sizes_by_day.member_count) / count(*) as decimal(18, 4)
        ) as average_member_count
    from sizes_by_day
    inner join segments
        on
            sizes_by_day.tenant_id = segments.tenant_id
            and sizes_by_day.segment_id = segments.segment_id
    left join last_changes
        on
            sizes_by_day.tenant_id = last_changes.tenant_id
            and sizes_by_day.segment_id = last_changes.segment_id
    cross join as_of_date
    where
        sizes_by_day.as_of_date < as_of_date.as_of_date
        and sizes_by_day.as_of_date >= segments.created_date
        and sizes_by_day.as_of_date
        >= coalesce(last_changes.changed_by_rules_date, segments.created_date)
    group by sizes_by_day.tenant_id, sizes_by_day.segment_id

),

final as (

    select
        segments.tenant_id,
        segments.segment_id,
        segments.member_count,
        coalesce(compared.compared_run_count, 0) as compared_run_count,
        compared.average_member_count,
        segments.created_date,
        last_changes.changed_by_customers_date
    from segments
    left join compared
        on
            segments.tenant_id = compared.tenant_id
            and segments.segment_id = compared.segment_id
    left join last_changes
        on
            segments.tenant_id = last_changes.tenant_id
            and segments.segment_id = last_changes.segment_id

)

select * from final
