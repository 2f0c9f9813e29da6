-- each thing that a customer did is in one session, whatever is put together
with days as (

    select
        daily.tenant_id,
        daily.customer_id,
        sum(daily.event_count) as event_count,
        sum(daily.event_count) filter (where daily.event_date <= as_of_date.as_of_date)
            as seen_event_count
    from {{ ref('int_customer_activity_days') }} as daily
    cross join {{ ref('int_as_of_date') }} as as_of_date
    group by daily.tenant_id, daily.customer_id

),

sessions as (

    select
        tenant_id,
        customer_id,
        sum(event_count) as event_count
    from {{ ref('int_sessions') }}
    group by tenant_id, customer_id

),

seen_sessions as (

    select
        tenant_id,
        customer_id,
        sum(event_count) as event_count
    from {{ ref('int_seen_sessions') }}
    group by tenant_id, customer_id

),

final as (

    select
        coalesce(days.tenant_id, sessions.tenant_id) as tenant_id,
        coalesce(days.customer_id, sessions.customer_id) as customer_id,
        days.event_count as events_of_days,
        sessions.event_count as events_of_sessions,
        days.seen_event_count as seen_events_of_days,
        seen_sessions.event_count as events_of_seen_sessions
    from days
    full outer join sessions
        on
            days.tenant_id = sessions.tenant_id
            and days.customer_id = sessions.customer_id
    left join seen_sessions
        on
            days.tenant_id = seen_sessions.tenant_id
            and days.customer_id = seen_sessions.customer_id
    where
        days.event_count is distinct from sessions.event_count
        or days.seen_event_count is distinct from seen_sessions.event_count

)

select * from final
