{{ config(
    materialized='incremental',
    incremental_strategy='append',
    pre_hook="{{ clear_segment_days('as_of_date') }}",
    full_refresh=var('forget_segment_history', false),
) }}

{{ check_segment_day() }}
with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

customers as (

    select
        tenant_id,
        customer_id
    from {{ ref('int_customers') }}

),

{% if is_incremental() -%}
newcomers as (

    select customers.*
    from customers
    left join {{ this }} as known
        on
            customers.tenant_id = known.tenant_id
            and customers.customer_id = known.customer_id
    where known.customer_id is null

),

{% else -%}
newcomers as (

    select * from customers

),

{% endif -%}
final as (

    select
        newcomers.tenant_id,
        newcomers.customer_id,
        as_of_date.as_of_date
    from newcomers
    cross join as_of_date

)

select * from final
