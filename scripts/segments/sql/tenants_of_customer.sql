-- The tenants that know a customer id.
select tenant_id from int_customers where customer_id = $customer_id order by tenant_id
