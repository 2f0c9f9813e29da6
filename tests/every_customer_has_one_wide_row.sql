with customers as (

    select
        tenant_id,
        customer_id
    from {{ ref('int_customers') }}

),

wide_rows as (

    select
        tenant_id,
        customer_id
    from {{ ref('customer_360') }}

),

final as (

    select * from customers
    except all
    select * from wide_rows
    union all
    (
        select * from wide_rows
        except all
        select * from customers
    )

)

select * from final
