{#- A dimension is closed when its rules, or its meta.values, name each value. -#}
{%- set closed = closed_dimensions('customer_classifications') -%}

with classifications as (

    select * from {{ ref('customer_classifications') }}

),

final as (

    {% for dimension, values in closed.items() -%}
    select distinct
        '{{ dimension }}' as dimension,
        {{ dimension }} as undeclared_value
    from classifications
    where
        {{ dimension }} not in (
            {% for value in values -%}
            {{ sql_text(value) }}{{ ', ' if not loop.last }}
            {%- endfor %}
        )
    {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select * from final
