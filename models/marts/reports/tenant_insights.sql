{%- set dominant = {
    'age_group': 'dominant_age_group',
    'gender': 'dominant_gender',
    'income_bracket': 'dominant_income_bracket',
    'traffic_category': 'top_traffic_category',
    'preferred_source': 'top_source',
} -%}

with summary as (

    select * from {{ ref('classification_summary') }}

),

-- Unknown is no finding: it is named only where nothing else is known
ranked as (

    select
        *,
        row_number() over (
            partition by tenant_id, dimension
            order by
                dimension_value = 'Unknown' asc,
                customer_count desc,
                dimension_value asc
        ) as known_rank,
        row_number() over (
            partition by tenant_id, dimension order by revenue desc, dimension_value asc
        ) as revenue_rank
    from summary

),

tenants as (

    select
        tenant_id,
        {% for dimension, name in dominant.items() -%}
        max(dimension_value) filter (
            where dimension = '{{ dimension }}' and known_rank = 1
        ) as {{ name }},
        {% endfor -%}
        max(dimension_value) filter (
            where dimension = 'customer_segment' and revenue_rank = 1
        ) as top_revenue_segment,
        cast(
            sum(customer_count) filter (where dimension = 'customer_segment') as bigint
        ) as customer_count,
        cast(
            sum(revenue) filter (where dimension = 'customer_segment')
            as decimal(38, 4)
        ) as total_revenue,
        max(revenue) filter (
            where dimension = 'customer_segment' and revenue_rank = 1
        ) as top_segment_revenue,
        max(as_of_date) as as_of_date
    from ranked
    group by tenant_id

),

final as (

    select
        tenants.tenant_id,
        {% for name in dominant.values() -%}
        tenants.{{ name }},
        {% endfor -%}
        tenants.top_revenue_segment,
        '{{ var("reporting_currency") }}' as currency,
        tenants.customer_count,
        tenants.total_revenue,
        tenants.top_segment_revenue,
        {{ money_per('tenants.total_revenue', 'tenants.customer_count') }}
            as revenue_per_customer,
        tenants.as_of_date
    from tenants

)

select * from final
