{#- Sums over rows of int_customer_facts, from which fact_columns() makes the figures. -#}
{% macro fact_sums() -%}
    {%- set totals = {
        'total_purchases': 'bigint', 'orders_30d': 'bigint', 'support_tickets': 'bigint',
        'total_spent': 'decimal(38, 4)', 'spent_30d': 'decimal(38, 4)',
        'mrr': 'decimal(38, 4)', 'yearly_value': 'decimal(38, 4)',
        'lost_yearly_value': 'decimal(38, 4)', 'engagement_score': 'decimal(38, 4)',
    } -%}
    {% for name, type in totals.items() -%}
    cast(coalesce(sum({{ name }}), 0) as {{ type }}) as {{ name }}_sum,
    {% endfor -%}
    count(*) filter (where is_active_30d) as active_count,
    count(*) filter (where total_purchases > 0) as buyer_count,
    count(*) filter (where orders_30d > 0) as buyer_30d_count,
    count(*) filter (where yearly_value > 0) as payer_count,
    median(days_since_active) as median_days_since_active,
    max(as_of_date) as as_of_date
{%- endmacro %}
