-- Where the bytes of a Parquet file are.
select
    'customer_id' as part,
    cast(sum(total_compressed_size) filter (where path_in_schema = 'customer_id') as bigint)
        as bytes
from parquet_metadata({{ file | literal }})
union all
select
    'Bloom filters' as part,
    cast(sum(bloom_filter_length) as bigint) as bytes
from parquet_metadata({{ file | literal }})
