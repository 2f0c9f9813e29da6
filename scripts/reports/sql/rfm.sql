-- The RFM table, model by model, the largest segment first.
select *
from rfm_segment_summary
where tenant_id = $tenant_id
order by rfm_model, customer_count desc, segment
