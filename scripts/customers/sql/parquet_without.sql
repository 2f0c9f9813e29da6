copy (
    select *
    from read_parquet({{ file | literal }})
    where not ({{ is_theirs }})
) to {{ target | literal }} (format parquet, compression zstd)
