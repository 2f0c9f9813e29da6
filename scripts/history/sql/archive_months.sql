-- The months of an archive, with the number of their rows and a checksum over all of it.
select
    archiving.month,
    count(*) as row_count,
    bit_xor(hash(base_events)) as checksum,
    sum(hash(base_events) % 1000000007) as checksum_sum
from base_events
inner join archiving
    on
        base_events.source_file = archiving.source_file
        and base_events.source_row = archiving.source_row
group by archiving.month
order by archiving.month
