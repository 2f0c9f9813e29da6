-- Who is in which segment now, sorted, in small row groups. DuckDB writes Bloom filters for
-- columns that are dictionary-encoded: with a limit as large as a row group, all are.
copy (
    select
        segment_id,
        tenant_id,
        customer_id
    from warehouse.{{ schema | name }}.segment_members
    where left_at is null
    order by segment_id, tenant_id, customer_id
) to {{ file | literal }} (
    format parquet,
    compression zstd,
    row_group_size {{ row_group_size }},
    dictionary_size_limit {{ row_group_size }},
    string_dictionary_page_size_limit 67108864,
    bloom_filter_false_positive_ratio 0.01,
    kv_metadata {run_id: {{ run_id | literal }}, segments: {{ segments | literal }}}
);
