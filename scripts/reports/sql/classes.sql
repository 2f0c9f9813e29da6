-- The values of a dimension, the largest first.
select
    dimension_value,
    customer_count,
    share_of_customers
from classification_summary
where tenant_id = $tenant_id and dimension = $dimension
order by customer_count desc, dimension_value
