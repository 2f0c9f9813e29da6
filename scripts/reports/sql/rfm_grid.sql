-- Customers by recency and frequency score.
select *
from rfm_grid
where tenant_id = $tenant_id
order by rfm_model, r, f
