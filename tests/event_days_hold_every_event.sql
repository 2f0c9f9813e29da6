with events as (

    select
        event_date,
        count(*) as event_count
    from {{ ref('stg_events') }}
    where {{ is_kept_day('event_date') }}
    group by event_date

),

event_days as (

    select
        event_date,
        sum(event_count) as event_count
    from {{ ref('int_customer_event_days') }}
    where {{ is_kept_day('event_date') }}
    group by event_date

),

final as (

    select
        coalesce(events.event_date, event_days.event_date) as event_date,
        events.event_count as events_staged,
        event_days.event_count as events_rolled_up
    from events
    full outer join event_days
        on events.event_date = event_days.event_date
    where events.event_count is distinct from event_days.event_count

)

select * from final
