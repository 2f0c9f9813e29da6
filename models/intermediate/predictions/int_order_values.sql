-- Credibility after Bühlmann: what an order is worth is between the customer's own mean
-- and that of the tenant, nearer to their own the more orders there are and the less
-- they differ.
with histories as (

    select
        tenant_id,
        cut_date,
        cast(order_days as double) as order_days,
        cast(net_value as double) as net_value,
        value_squares
    from {{ ref('int_purchase_histories') }}

),

tenants as (

    select
        tenant_id,
        cut_date,
        count(*) as customer_count,
        sum(order_days) as order_days,
        sum(order_days * order_days) as squared_order_days,
        sum(net_value) / sum(order_days) as mean_value,
        sum(value_squares - net_value * net_value / order_days) as within_squares,
        sum(net_value * net_value / order_days) - sum(net_value) ^ 2 / sum(order_days)
            as between_squares
    from histories
    group by tenant_id, cut_date

),

variances as (

    select
        *,
        greatest(within_squares, 0) / nullif(order_days - customer_count, 0)
            as within_variance,
        (between_squares - (customer_count - 1) * within_variance)
        / nullif(order_days - squared_order_days / order_days, 0) as between_variance
    from tenants

),

final as (

    select
        tenant_id,
        cut_date,
        customer_count,
        round(mean_value, 6) as mean_value,
        -- without a difference between customers they all have the tenant's mean
        case
            when between_variance > 0
                then round(least(within_variance / between_variance, 1e9), 6)
            else 1e9
        end as credibility_orders
    from variances

)

select * from final
