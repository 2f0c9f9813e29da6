{#- The columns of fact_columns() and their types, in order. -#}
{% macro fact_types() %}
    {{ return({
        'active_count': 'bigint',
        'buyer_count': 'bigint',
        'buyer_30d_count': 'bigint',
        'payer_count': 'bigint',
        'order_count': 'bigint',
        'orders_30d': 'bigint',
        'support_tickets': 'bigint',
        'revenue': 'decimal(38, 4)',
        'revenue_30d': 'decimal(38, 4)',
        'mrr': 'decimal(38, 4)',
        'yearly_value': 'decimal(38, 4)',
        'lost_yearly_value': 'decimal(38, 4)',
        'revenue_per_customer': 'decimal(18, 4)',
        'buyer_share': 'decimal(9, 6)',
        'conversion_rate_30d': 'decimal(9, 6)',
        'active_share': 'decimal(9, 6)',
        'engagement_score': 'decimal(9, 4)',
        'median_days_since_active': 'double',
    }) }}
{% endmacro %}
