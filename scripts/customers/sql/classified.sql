-- The value of every dimension, as the last build left it.
select *
from customer_classifications
where tenant_id = $tenant_id and customer_id = $customer_id
