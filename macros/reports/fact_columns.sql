{#-
  The figures about a group of customers, each defined here and nowhere else, from the
  sums of fact_sums() and a column customer_count.
-#}
{% macro fact_columns() -%}
    active_count,
    buyer_count,
    buyer_30d_count,
    payer_count,
    total_purchases_sum as order_count,
    orders_30d_sum as orders_30d,
    support_tickets_sum as support_tickets,
    total_spent_sum as revenue,
    spent_30d_sum as revenue_30d,
    mrr_sum as mrr,
    yearly_value_sum as yearly_value,
    lost_yearly_value_sum as lost_yearly_value,
    {{ money_per('total_spent_sum', 'customer_count') }} as revenue_per_customer,
    cast(buyer_count / nullif(customer_count, 0) as decimal(9, 6)) as buyer_share,
    cast(buyer_30d_count / nullif(active_count, 0) as decimal(9, 6))
        as conversion_rate_30d,
    cast(active_count / nullif(customer_count, 0) as decimal(9, 6)) as active_share,
    cast(engagement_score_sum / nullif(customer_count, 0) as decimal(9, 4))
        as engagement_score,
    median_days_since_active
{%- endmacro %}
