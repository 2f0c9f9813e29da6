with customers as (

    select
        tenant_id,
        customer_id
    from {{ ref('int_customers') }}

),

summary as (

    select
        tenant_id,
        customer_id
    from {{ ref('customer_behavior_summary') }}

),

final as (

    select
        customers.tenant_id as known_tenant_id,
        customers.customer_id as known_customer_id,
        summary.tenant_id as summary_tenant_id,
        summary.customer_id as summary_customer_id
    from customers
    full outer join summary
        on
            customers.tenant_id = summary.tenant_id
            and customers.customer_id = summary.customer_id
    where
        customers.customer_id is null
        or summary.customer_id is null

)

select * from final
