with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

active_days as (

    select distinct
        daily.tenant_id,
        daily.customer_id,
        as_of_date.as_of_date - daily.event_date as days_ago
    from {{ ref('int_customer_activity_days') }} as daily
    cross join as_of_date
    where daily.event_date <= as_of_date.as_of_date

),

final as (

    select
        tenant_id,
        customer_id,
        count(*) as active_days,
        count(*) filter (where days_ago < 7) as active_days_7d,
        count(*) filter (where days_ago < 28) as active_days_28d,
        count(*) filter (where days_ago < 30) as active_days_30d
    from active_days
    group by tenant_id, customer_id

)

select * from final
