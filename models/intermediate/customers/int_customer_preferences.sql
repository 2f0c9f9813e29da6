{%- set dimensions = {
    'preferred_source': 'source', 'preferred_device': 'device_type',
    'preferred_category': 'product_category',
} -%}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

context_days as (

    select daily.*
    from {{ ref('int_customer_context_days') }} as daily
    cross join as_of_date
    where daily.event_date <= as_of_date.as_of_date

),

-- per customer and value of a dimension: how often, and since when
value_totals as (

    {% for name, column in dimensions.items() -%}
    select
        tenant_id,
        customer_id,
        '{{ name }}' as preference,
        {{ column }} as preferred_value,
        sum(event_count) as event_count,
        min(first_event_at) as first_event_at
    from context_days
    where {{ column }} is not null
    group by tenant_id, customer_id, {{ column }}
    {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

-- the most events win, ties go to the first seen
favourites as (

    select *
    from value_totals
    qualify row_number() over (
        partition by tenant_id, customer_id, preference
        order by event_count desc, first_event_at asc, preferred_value asc
    ) = 1

),

final as (

    select
        tenant_id,
        customer_id,
        {% for name in dimensions -%}
        max(preferred_value) filter (where preference = '{{ name }}') as {{ name }}
        {{- ',' if not loop.last }}
        {% endfor %}
    from favourites
    group by tenant_id, customer_id

)

select * from final
