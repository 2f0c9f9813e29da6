{#- The dimensions that are summed up, each a column of customer_360. -#}
{%- set dimensions = [
    'customer_segment', 'engagement_level', 'lifecycle_stage', 'engagement_band',
    'rfm_segment', 'age_group', 'gender', 'income_bracket', 'traffic_category',
    'preferred_source', 'us_region', 'country_name',
] -%}

with customers as (

    select * from {{ ref('customer_360') }}

),

actions as (

    select * from {{ ref('segment_actions') }}

),

-- few rows: per value, one for each country and traffic category among its customers
parts as (

    {% for dimension in dimensions -%}
    select
        tenant_id,
        '{{ dimension }}' as dimension,
        coalesce({{ dimension }}, 'Unknown') as dimension_value,
        country_name,
        traffic_category,
        as_of_date,
        count(*) as customer_count,
        count(*) filter (where total_purchases > 0) as buyer_count,
        sum(total_purchases) as order_count,
        sum(total_spent) as revenue,
        sum(commerce_score) as commerce_score,
        sum(engagement_score) as engagement_score
    from customers
    group by
        tenant_id, coalesce({{ dimension }}, 'Unknown'), country_name,
        traffic_category, as_of_date
    {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

{% for column in ['country_name', 'traffic_category'] -%}
{{ column }}_ranks as (

    select
        tenant_id,
        dimension,
        dimension_value,
        {{ column }},
        row_number() over (
            partition by tenant_id, dimension, dimension_value
            order by sum(customer_count) desc, {{ column }} asc
        ) as place
    from parts
    where {{ column }} is not null
    group by tenant_id, dimension, dimension_value, {{ column }}

),

{% endfor -%}
sums as (

    select
        tenant_id,
        dimension,
        dimension_value,
        as_of_date,
        cast(sum(customer_count) as bigint) as customer_count,
        cast(sum(buyer_count) as bigint) as buyer_count,
        cast(sum(order_count) as bigint) as order_count,
        sum(revenue) as revenue,
        sum(commerce_score) / sum(customer_count) as avg_commerce_score,
        sum(engagement_score) / sum(customer_count) as avg_engagement_score,
        sum(customer_count) / sum(sum(customer_count)) over dimension_values
            as share_of_customers,
        sum(revenue) / nullif(sum(sum(revenue)) over dimension_values, 0)
            as share_of_revenue
    from parts
    group by tenant_id, dimension, dimension_value, as_of_date
    window dimension_values as (partition by tenant_id, dimension)

),

scored as (

    select
        *,
        cast({{ segment_priority(
            'least(greatest(share_of_revenue, 0), 1)',
            'avg_commerce_score / 100', 'share_of_customers',
        ) }} as decimal(9, 4)) as priority_score
    from sums

),

final as (

    select
        scored.tenant_id,
        scored.dimension,
        scored.dimension_value,
        country_name_ranks.country_name as top_country,
        traffic_category_ranks.traffic_category as top_traffic_category,
        actions.action,
        scored.customer_count,
        scored.buyer_count,
        scored.order_count,
        {{ money('scored.revenue') }} as revenue,
        {{ money_per('scored.revenue', 'scored.customer_count') }}
            as revenue_per_customer,
        {{ money_per('scored.revenue', 'scored.order_count') }} as avg_order_value,
        cast(scored.share_of_customers as decimal(9, 6)) as share_of_customers,
        cast(scored.share_of_revenue as decimal(9, 6)) as share_of_revenue,
        cast(scored.avg_commerce_score as decimal(9, 4)) as avg_commerce_score,
        cast(scored.avg_engagement_score as decimal(9, 4)) as avg_engagement_score,
        scored.priority_score,
        row_number() over (
            partition by scored.tenant_id, scored.dimension
            order by scored.priority_score desc, scored.dimension_value asc
        ) as priority_rank,
        scored.as_of_date
    from scored
    {%- for ranks in ['country_name_ranks', 'traffic_category_ranks'] %}
    left join {{ ranks }}
        on
            scored.tenant_id = {{ ranks }}.tenant_id
            and scored.dimension = {{ ranks }}.dimension
            and scored.dimension_value = {{ ranks }}.dimension_value
            and {{ ranks }}.place = 1
    {%- endfor %}
    left join actions
        on
            scored.dimension = actions.dimension
            and scored.dimension_value = actions.dimension_value

)

select * from final
