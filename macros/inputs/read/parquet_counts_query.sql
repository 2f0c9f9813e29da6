{#- A query for the rows of Parquet files, by their footers. -#}
{% macro parquet_counts_query(files) %}
    {{ return(
        'select file_name as source_file, cast(null as bigint) as line_count, num_rows as'
        ~ ' row_count, 0 as unread_count from parquet_file_metadata('
        ~ sql_list(files | map(attribute='file') | list) ~ ')'
    ) }}
{% endmacro %}
