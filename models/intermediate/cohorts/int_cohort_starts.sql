{{ config(materialized='table') }}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

event_days as (

    select
        daily.*,
        coalesce(type_roles.is_inbound, true) as is_inbound
    from {{ ref('int_customer_event_days') }} as daily
    cross join as_of_date
    left join {{ ref('int_event_type_roles') }} as type_roles
        on daily.event_type = type_roles.event_type
    where daily.event_date <= as_of_date.as_of_date

),

order_totals as (

    select * from {{ ref('int_customer_order_totals') }}

),

customers as (

    select * from {{ ref('int_customers') }}

),

transitions as (

    select transitions.*
    from {{ ref('segment_transitions') }} as transitions
    cross join as_of_date
    where transitions.as_of_date <= as_of_date.as_of_date

),

final as (

    {{ cohort_starts_query() }}

)

select * from final
