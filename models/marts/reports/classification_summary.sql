-- depends_on: {{ ref('customer_classifications') }}
{%- set dimensions = classification_rules('customer_classifications').keys() | list %}

with classifications as (

    select * from {{ ref('customer_classifications') }}

),

facts as (

    select * from {{ ref('int_customer_facts') }}

),

joined as (

    select
        facts.*,
        {% for dimension in dimensions -%}
        classifications.{{ dimension }} as class_of_{{ dimension }}
        {{- ',' if not loop.last }}
        {% endfor %}
    from classifications
    inner join facts
        on
            classifications.tenant_id = facts.tenant_id
            and classifications.customer_id = facts.customer_id

),

counted as (

    {% for dimension in dimensions -%}
    select
        tenant_id,
        '{{ dimension }}' as dimension,
        class_of_{{ dimension }} as dimension_value,
        count(*) as customer_count,
        {{ fact_sums() }}
    from joined
    group by tenant_id, class_of_{{ dimension }}
    {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

final as (

    select
        tenant_id,
        dimension,
        dimension_value,
        customer_count,
        row_number() over (
            partition by tenant_id, dimension
            order by customer_count desc, dimension_value asc
        ) as size_rank,
        {{ fact_columns() }},
        cast(
            customer_count / sum(customer_count) over (
                partition by tenant_id, dimension
            ) as decimal(9, 6)
        ) as share_of_customers,
        as_of_date
    from counted

)

select * from final
