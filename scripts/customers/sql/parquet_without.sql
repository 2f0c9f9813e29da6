copy (
    select *
    from read_parquet({{ file | literal }})
    where tenant_id <> {{ tenant | literal }} or customer_id is distinct from {{ customer | literal }}
) to {{ target | literal }} (format parquet, compression zstd)
