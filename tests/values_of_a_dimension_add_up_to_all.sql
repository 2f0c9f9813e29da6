{#- Dimensions in which every customer has one of the declared values. -#}
{%- set closed = closed_dimensions('customer_classifications').keys() | list -%}
{%- set sums = [
    'total_customers', 'new_customers', 'active_customers', 'at_risk_customers',
    'churned_customers', 'total_page_views', 'total_product_views', 'total_add_to_cart',
    'total_purchases', 'revenue',
] -%}

with analytics as (

    select * from {{ ref('behavioral_analytics') }}

),

versions as (

    select
        *,
        coalesce(
            lag(status) over (
                partition by tenant_id, segment_id
                order by version
            ),
            'archived'
        ) as previous_status
    from {{ ref('customer_segments') }}
    where
        dimension in ('' {%- for name in closed %}, {{ sql_text(name) }}{% endfor %})

),

-- since its values have been what they are now
dimensions as (

    select
        tenant_id,
        dimension,
        max(valid_from) filter (
            where (status = 'archived') <> (previous_status = 'archived')
        ) as since
    from versions
    group by tenant_id, dimension
    having bool_or(is_active)

),

added_up as (

    select
        analytics.tenant_id,
        dimensions.dimension,
        analytics.date,
        {% for name in sums -%}
        sum(analytics.{{ name }}) as {{ name }}{{ ',' if not loop.last }}
        {% endfor %}
    from analytics
    inner join versions
        on
            analytics.tenant_id = versions.tenant_id
            and analytics.segment_id = versions.segment_id
            and versions.is_active
    inner join dimensions
        on
            versions.tenant_id = dimensions.tenant_id
            and versions.dimension = dimensions.dimension
            and analytics.date >= dimensions.since
    group by analytics.tenant_id, dimensions.dimension, analytics.date

),

final as (

    select
        added_up.*,
        {% for name in sums -%}
        all_customers.{{ name }} as {{ name }}_of_all{{ ',' if not loop.last }}
        {% endfor %}
    from added_up
    inner join analytics as all_customers
        on
            added_up.tenant_id = all_customers.tenant_id
            and added_up.date = all_customers.date
            and all_customers.segment_id = 'all'
    where
        {% for name in sums -%}
        added_up.{{ name }} <> all_customers.{{ name }}
        {{- ' or' if not loop.last }}
        {% endfor %}

)

select * from final
