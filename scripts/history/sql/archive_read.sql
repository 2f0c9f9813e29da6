-- What a written file holds, in the terms of archive_months.
select
    count(*) as row_count,
    bit_xor(hash(base_events)) as checksum,
    sum(hash(base_events) % 1000000007) as checksum_sum
from read_parquet($file) as base_events
