-- What each condition says of one customer.
-- evaluated: a query of one row per customer.
with evaluated as (

{{ evaluated }}

)

select * from evaluated where tenant_id = $tenant_id and customer_id = $customer_id
