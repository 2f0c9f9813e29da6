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

pair_totals as (

    select
        days.tenant_id,
        days.customer_id,
        days.source,
        days.medium,
        sum(days.event_count) as event_count,
        min(days.first_event_at) as first_event_at
    from {{ ref('int_customer_context_days') }} as days
    cross join as_of_date
    where
        days.event_date <= as_of_date.as_of_date
        and coalesce(days.source, days.medium) is not null
    group by days.tenant_id, days.customer_id, days.source, days.medium

),

category_totals as (

    select
        pair_totals.tenant_id,
        pair_totals.customer_id,
        categories.traffic_category,
        sum(pair_totals.event_count) as event_count,
        min(pair_totals.first_event_at) as first_event_at
    from pair_totals
    inner join categories
        on
            pair_totals.source is not distinct from categories.source
            and pair_totals.medium is not distinct from categories.medium
    group by
        pair_totals.tenant_id, pair_totals.customer_id, categories.traffic_category

),

-- the smallest triple has the most events; ties go to the first seen
final as (

    select
        tenant_id,
        customer_id,
        min({{ tuple_of(['-event_count', 'first_event_at', 'traffic_category']) }}).field_3
            as main_traffic_category
    from category_totals
    group by tenant_id, customer_id

)

select * from final
