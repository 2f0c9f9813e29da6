-- The totals of each tenant: the values of one dimension add up to everybody.
select
    tenant_id,
    cast(sum(customer_count) as bigint) as customers,
    cast(sum(buyer_count) as bigint) as buyers,
    cast(sum(order_count) as bigint) as orders,
    sum(revenue) as revenue,
    round(sum(revenue) / sum(customer_count), 2) as revenue_per_customer,
    max(as_of_date) as as_of_date
from classification_summary
where dimension = 'customer_segment'
group by tenant_id
order by tenant_id
