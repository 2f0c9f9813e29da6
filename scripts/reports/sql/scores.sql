-- The bands of the scores, the highest first.
select *
from score_bands
where tenant_id = $tenant_id and list_contains($scores, score)
order by score, band_number
