-- Writes a query's rows to a file. In CSV nothing at all is NULL, and "" is an empty text.
copy (
{{ query }}
) to {{ file | literal }} (
{%- if form == 'csv' %}
    format csv, header true, delimiter ',', quote '"', escape '"', nullstr ''
{%- elif form == 'json' %}
    format json, array true
{%- else %}
    format parquet, compression zstd, row_group_size 20480,
    dictionary_size_limit 20480, string_dictionary_page_size_limit 67108864
{%- endif %}
)
