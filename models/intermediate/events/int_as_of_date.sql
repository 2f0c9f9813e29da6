{{ config(materialized='table', post_hook="{{ forget_rewound_runs() }}") }}

{%- set until = var('known_until', none) %}
{%- if not execute %}{% do ref('base_events') %}{% endif %}

with days as (

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

final as (

    select
        {% if var('as_of_date') -%}
        cast({{ sql_text(var('as_of_date')) }} as date) as as_of_date
        {%- else -%}
        coalesce(event_date, date '{{ run_started_at.strftime("%Y-%m-%d") }}' - 1)
            as as_of_date
        {%- endif %},
        last_known_at
    from newest_whole_day

)

select
    cast(as_of_date as date) as as_of_date,
    {{ midnight_after('as_of_date') }} as as_of_end_at,
    last_known_at,
    {% if until is none -%}
    last_known_at as last_loaded_at
    {%- else -%}
    -- customers and subscriptions are those of today, whatever a replay knows of events
    (
        select max(base_events.loaded_at)
        from {{ ref('base_events') }} as base_events
        where
            base_events.rejection_reason is null
            and base_events.load_rank = 1
    ) as last_loaded_at
    {%- endif %}
from final
