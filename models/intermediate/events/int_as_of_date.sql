{{ config(materialized='table', post_hook="{{ forget_rewound_runs() }}") }}

with run_day as (

    select * from {{ run_day() }}

),

days as (

    select * from {{ ref('int_event_day_checksums') }}

),

-- a day is whole once something was loaded after it
newest_whole_day as (

    select
        least(
            max(event_date),
            {{ local_date('max(last_loaded_at)') }} - 1
        ) as event_date,
        max(last_loaded_at) as last_known_at
    from days

),

-- customers and subscriptions are those of today, whatever a replay knows of events
newest_load as (

    select max(base_events.loaded_at) as last_loaded_at
    from {{ ref('base_events') }} as base_events
    inner join run_day on run_day.known_until is not null
    where
        base_events.rejection_reason is null
        and base_events.load_rank = 1

),

final as (

    select
        cast(
            coalesce(
                run_day.as_of_date,
                newest_whole_day.event_date,
                run_day.run_date - 1
            ) as date
        ) as as_of_date,
        newest_whole_day.last_known_at,
        case
            when run_day.known_until is null then newest_whole_day.last_known_at
            else newest_load.last_loaded_at
        end as last_loaded_at
    from newest_whole_day
    cross join newest_load
    cross join run_day

)

select
    as_of_date,
    {{ midnight_after('as_of_date') }} as as_of_end_at,
    last_known_at,
    last_loaded_at
from final
