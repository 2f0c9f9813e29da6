{%- set measures = [
    'total_events', 'active_days', 'total_sessions', 'total_purchases',
    'features_tried',
] %}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

event_days as (

    select
        tenant_id,
        customer_id,
        event_date,
        sum(event_count) as event_count
    from {{ ref('int_customer_activity_days') }}
    where event_date <= (select as_of_date.as_of_date from as_of_date)
    group by tenant_id, customer_id, event_date

),

orders as (

    select distinct
        tenant_id,
        customer_id,
        order_key
    from {{ ref('int_customer_order_days') }}
    where event_date <= (select as_of_date.as_of_date from as_of_date)

),

features as (

    select distinct
        tenant_id,
        customer_id,
        feature
    from {{ ref('int_customer_feature_days') }}
    where event_date <= (select as_of_date.as_of_date from as_of_date)

),

sessions as (

    select * from {{ ref('int_seen_sessions') }}

),

rollups as (

    select
        'total_events' as measure,
        tenant_id,
        sum(event_count) as total
    from event_days
    group by tenant_id
    union all
    select
        'active_days' as measure,
        tenant_id,
        count(*) as total
    from event_days
    group by tenant_id
    union all
    select
        'total_sessions' as measure,
        tenant_id,
        count(*) as total
    from sessions
    group by tenant_id
    union all
    select
        'total_purchases' as measure,
        tenant_id,
        count(*) as total
    from orders
    group by tenant_id
    union all
    select
        'features_tried' as measure,
        tenant_id,
        count(*) as total
    from features
    group by tenant_id

),

summary as (

    {% for measure in measures -%}
    select
        '{{ measure }}' as measure,
        tenant_id,
        sum({{ measure }}) as total
    from {{ ref('customer_behavior_summary') }}
    group by tenant_id
    {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

final as (

    select
        coalesce(summary.measure, rollups.measure) as measure,
        coalesce(summary.tenant_id, rollups.tenant_id) as tenant_id,
        rollups.total as total_of_rollup,
        summary.total as total_of_summary
    from rollups
    full outer join summary
        on
            rollups.measure = summary.measure
            and rollups.tenant_id = summary.tenant_id
    where coalesce(rollups.total, 0) <> coalesce(summary.total, 0)

)

select * from final
