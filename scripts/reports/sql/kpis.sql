-- The headline figures of the newest evaluated day.
select *
from segmentation_kpis
where
    tenant_id = $tenant_id
    and as_of_date = (select max(as_of_date) from segmentation_kpis)
