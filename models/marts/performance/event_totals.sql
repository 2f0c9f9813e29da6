with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

totals as (

    select * from {{ ref('int_event_totals') }}

),

final as (

    select
        totals.tenant_id,
        totals.event_type,
        totals.product_category,
        totals.source,
        totals.event_count,
        totals.customer_count,
        totals.session_count,
        cast(totals.event_value as decimal(38, 4)) as event_value,
        totals.event_date as date
    from totals
    cross join as_of_date
    where totals.event_date <= as_of_date.as_of_date

)

select * from final
