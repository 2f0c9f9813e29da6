-- What customer_360 says of one customer.
select * from customer_360 where tenant_id = $tenant_id and customer_id = $customer_id
