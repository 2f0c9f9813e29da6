with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

categories as (

    select
        source,
        medium,
        coalesce(traffic_category, 'Other') as traffic_category
    from {{ ref('int_traffic_categories') }}

),

touches as (

    select * from {{ ref('customer_behavior_summary') }}

),

category_totals as (

    select
        daily.tenant_id,
        daily.customer_id,
        categories.traffic_category,
        sum(daily.event_count) as event_count,
        min(daily.first_event_at) as first_event_at
    from {{ ref('int_customer_context_days') }} as daily
    cross join as_of_date
    inner join categories
        on
            daily.source is not distinct from categories.source
            and daily.medium is not distinct from categories.medium
    where daily.event_date <= as_of_date.as_of_date
    group by daily.tenant_id, daily.customer_id, categories.traffic_category

),

-- the smallest triple has the most events; ties go to the first seen
main_categories as (

    select
        tenant_id,
        customer_id,
        min({{ tuple_of(['-event_count', 'first_event_at', 'traffic_category']) }})
            as main_category
    from category_totals
    group by tenant_id, customer_id

),

final as (

    select
        main_categories.tenant_id,
        main_categories.customer_id,
        main_categories.main_category.field_3 as main_traffic_category, -- noqa: RF01
        first_categories.traffic_category as first_traffic_category,
        last_categories.traffic_category as last_traffic_category
    from main_categories
    left join touches
        on
            main_categories.tenant_id = touches.tenant_id
            and main_categories.customer_id = touches.customer_id
    left join categories as first_categories
        on
            touches.first_traffic_source is not distinct from first_categories.source
            and touches.first_traffic_medium
            is not distinct from first_categories.medium
    left join categories as last_categories
        on
            touches.last_traffic_source is not distinct from last_categories.source
            and touches.last_traffic_medium is not distinct from last_categories.medium

)

select * from final
