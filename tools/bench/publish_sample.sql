-- Some members, from all over the file.
select segment_id, tenant_id, customer_id
from (
    select
        *,
        row_number() over () as place,
        count(*) over () as total
    from read_parquet({{ file | literal }})
)
where place % greatest(total // {{ count }}, 1) = 0
limit {{ count }}
