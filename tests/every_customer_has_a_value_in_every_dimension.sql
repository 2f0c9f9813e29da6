{%- set dimensions = classification_rules('customer_classifications').keys() | list -%}

with customers as (

    select * from {{ ref('int_customers') }}

),

classifications as (

    select * from {{ ref('customer_classifications') }}

),

final as (

    select
        customers.tenant_id,
        customers.customer_id
    from customers
    full outer join classifications
        on
            customers.tenant_id = classifications.tenant_id
            and customers.customer_id = classifications.customer_id
    where
        customers.customer_id is null
        {%- for dimension in dimensions %}
        or classifications.{{ dimension }} is null
        {%- endfor %}

)

select * from final
