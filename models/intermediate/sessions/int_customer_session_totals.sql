with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

sessions as (

    select
        sessions.*,
        as_of_date.as_of_date - sessions.session_date as days_ago
    from {{ ref('int_seen_sessions') }} as sessions
    cross join as_of_date

),

final as (

    select
        tenant_id,
        customer_id,
        count(*) as total_sessions,
        cast(sum(duration_seconds) as bigint) as total_session_seconds,
        count(*) filter (where is_bounce) as bounced_sessions,
        count(*) filter (where mobile_event_count * 2 > event_count) as mobile_sessions,
        count(*) filter (where desktop_event_count * 2 > event_count)
            as desktop_sessions,
        count(*) filter (where days_ago < 7) as weekly_sessions,
        count(*) filter (where days_ago < 30) as sessions_30d
    from sessions
    group by tenant_id, customer_id

)

select * from final
