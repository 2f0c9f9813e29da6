-- What keeps the warehouse from being published, one row per reason; none: nothing does.
with states as (
    select
        *,
        split_part(node_id, '.', 3) as node_name
    from warehouse.{{ schema | name }}.build_states
),

last_change as (
    select max(started_at) as started_at from states where resource_type <> 'test'
),

reasons as (
    select
        1 as place,
        'a run was interrupted before it finished these' as reason,
        node_name
    from states
    where status = 'running'
    union all
    select
        2 as place,
        'not built, or not with success' as reason,
        node_name
    from states
    where resource_type <> 'test' and status not in ('success', 'running')
    union all
    select
        3 as place,
        'failed tests' as reason,
        states.node_name
    from states
    cross join last_change
    where
        states.resource_type = 'test'
        and states.status not in ('pass', 'warn', 'running')
        and states.started_at >= last_change.started_at
    union all
    select
        4 as place,
        'not tested since the last build' as reason,
        states.node_name
    from states
    cross join last_change
    where
        states.resource_type = 'test'
        and states.status <> 'running'
        and coalesce(states.started_at < last_change.started_at, true)
)

select
    reason,
    place = 4 as needs_tests_only,
    count(*) as node_count,
    list(node_name order by node_name)[:5] as node_names
from reasons
group by place, reason
order by place
