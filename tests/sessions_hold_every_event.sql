with event_days as (

    select
        tenant_id,
        customer_id,
        sum(event_count) as event_count
    from {{ ref('int_customer_event_days') }}
    group by tenant_id, customer_id

),

sessions as (

    select
        tenant_id,
        customer_id,
        sum(event_count) as event_count
    from {{ ref('int_sessions') }}
    group by tenant_id, customer_id

),

final as (

    select
        coalesce(event_days.tenant_id, sessions.tenant_id) as tenant_id,
        coalesce(event_days.customer_id, sessions.customer_id) as customer_id,
        event_days.event_count as events_of_days,
        sessions.event_count as events_of_sessions
    from event_days
    full outer join sessions
        on
            event_days.tenant_id = sessions.tenant_id
            and event_days.customer_id = sessions.customer_id
    where event_days.event_count is distinct from sessions.event_count

)

select * from final
