select count(*)
from {{ source }}
where tenant_id = {{ tenant | literal }} and customer_id = {{ customer | literal }}
