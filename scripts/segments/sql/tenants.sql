-- The tenants that have customers.
select distinct tenant_id from int_customers order by tenant_id
