with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

active_days as (

    select distinct
        daily.tenant_id,
        daily.event_date
    from {{ ref('int_customer_event_days') }} as daily
    cross join as_of_date
    where daily.event_date <= as_of_date.as_of_date

),

spaced_days as (

    select
        tenant_id,
        event_date,
        lag(event_date) over (partition by tenant_id order by event_date)
            as previous_date,
        max(event_date) over (partition by tenant_id) as last_event_date
    from active_days

),

-- what is usual shows in the 90 days before the last event; after less than a week of
-- events nothing is usual yet
by_tenant as (

    select
        tenant_id,
        last_event_date,
        max({{ dbt.datediff('previous_date', 'event_date', 'day') }}) as usual_days
    from spaced_days
    where event_date > last_event_date - interval 90 day
    group by tenant_id, last_event_date
    having count(*) >= 7

),

final as (

    select
        by_tenant.*,
        {{ dbt.datediff(
            'by_tenant.last_event_date', 'as_of_date.as_of_date', 'day'
        ) }} as silent_days
    from by_tenant
    cross join as_of_date

)

select * from final
