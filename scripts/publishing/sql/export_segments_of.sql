-- The segments that a mart has rows of.
select distinct segment_id
from {{ mart | name }}
where segment_id is not null
order by segment_id
