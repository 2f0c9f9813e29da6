-- The tenants that have, or had in a segment, a customer of this id.
select tenant_id from base_events where customer_id = $customer_id
union
select tenant_id from base_customers where customer_id = $customer_id
union
select tenant_id from base_subscriptions where customer_id = $customer_id
union
select tenant_id from segment_transitions where customer_id = $customer_id
order by tenant_id
