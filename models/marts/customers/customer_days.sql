-- the rows are stored once, and read by whatever counts days
{{ config(materialized='view') }}

with customer_days as (

    select * from {{ ref('int_customer_days') }}

),

final as (

    select
        tenant_id,
        customer_id,
        event_count,
        order_count,
        revenue,
        is_active,
        event_date as date
    from customer_days

)

select * from final
