{#- A left join from int_customers to another relation with one row per customer. -#}
{% macro customer_join(relation) %}
    {{ return(
        'left join ' ~ relation ~ '\n        on\n            int_customers.tenant_id = '
        ~ relation ~ '.tenant_id\n            and int_customers.customer_id = ' ~ relation
        ~ '.customer_id'
    ) }}
{% endmacro %}
