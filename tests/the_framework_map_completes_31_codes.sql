select count(*) as completed_codes
from {{ ref('rfm_segment_map') }}
where
    segment_map = 'framework'
    and is_completed
having count(*) <> 31
