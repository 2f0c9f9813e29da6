-- Writes one month of an archive; __file__ is where to.
copy (
    select base_events.*
    from base_events
    inner join archiving
        on
            base_events.source_file = archiving.source_file
            and base_events.source_row = archiving.source_row
    where archiving.month = $month
) to '__file__' (format parquet, compression zstd)
