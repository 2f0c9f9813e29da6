with summary as (

    select
        tenant_id,
        dimension,
        sum(customer_count) as customer_count,
        sum(buyer_count) as buyer_count,
        sum(order_count) as order_count,
        sum(revenue) as revenue
    from {{ ref('classification_summary') }}
    group by tenant_id, dimension

),

customers as (

    select
        tenant_id,
        count(*) as customer_count,
        count(*) filter (where total_purchases > 0) as buyer_count,
        sum(total_purchases) as order_count,
        sum(total_spent) as revenue
    from {{ ref('customer_360') }}
    group by tenant_id

),

final as (

    select
        customers.tenant_id,
        summary.dimension
    from customers
    left join summary on customers.tenant_id = summary.tenant_id
    where
        customers.customer_count is distinct from summary.customer_count
        or customers.buyer_count is distinct from summary.buyer_count
        or customers.order_count is distinct from summary.order_count
        or customers.revenue is distinct from summary.revenue

)

select * from final
