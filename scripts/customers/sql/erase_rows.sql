delete from {{ schema | name }}.{{ table | name }}
where tenant_id = {{ tenant | literal }} and customer_id = {{ customer | literal }}
