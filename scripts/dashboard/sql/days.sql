-- The headline figures of the days on which segments were evaluated.
select *
from segmentation_kpis
where tenant_id = $tenant_id
order by as_of_date
