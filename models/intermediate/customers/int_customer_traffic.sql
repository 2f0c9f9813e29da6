with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

traffic_days as (

    select daily.*
    from {{ ref('int_customer_context_days') }} as daily
    cross join as_of_date
    where
        daily.event_date <= as_of_date.as_of_date
        and coalesce(daily.source, daily.medium) is not null

),

-- the smallest triple is the first touch; equal times are told apart by name
touches as (

    select
        tenant_id,
        customer_id,
        min({{ tuple_of([
            'first_event_at', "coalesce(source, '')", "coalesce(medium, '')",
        ]) }}) as first_touch,
        max({{ tuple_of([
            'last_event_at', "coalesce(source, '')", "coalesce(medium, '')",
        ]) }}) as last_touch
    from traffic_days
    group by tenant_id, customer_id

),

final as (

    select
        tenant_id,
        customer_id,
        nullif(first_touch.field_2, '') as first_traffic_source,
        nullif(first_touch.field_3, '') as first_traffic_medium,
        nullif(last_touch.field_2, '') as last_traffic_source,
        nullif(last_touch.field_3, '') as last_traffic_medium
    from touches

)

select * from final
