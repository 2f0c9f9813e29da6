-- The segments that there are, with their tenants, as JSON; kept with the membership.
select decode(value) as segments
from parquet_kv_metadata({{ file | literal }})
where decode(key) = 'segments'
