{#-
  A query for what was counted of each file: source_file, line_count (all lines), blank_count
  (empty ones), header_count, row_count, unread_count, unread_lines (the lines that these
  are). Of a JSON array line_count is the number of its elements, of Parquet it is null.
-#}
{% macro counted_files_query(table_name, files) %}
    {% set options = dialect_options(table_name) %}
    {% set paths = files | map(attribute='file') | list %}
    {% set file_format = input_format(table_name) %}
    {% if file_format == 'parquet' %}
        {{ return(
            'select file_name as source_file, cast(null as bigint) as line_count, num_rows as'
            ~ ' row_count, 0 as unread_count from parquet_file_metadata(' ~ sql_list(paths) ~ ')'
        ) }}
    {% endif %}
    {% set uncounted = ['encoding', 'compression', 'new_line'] %}
    {% set kept = {} %}
    {% for name in uncounted if name in options %}{% do kept.update({name: options[name]}) %}{% endfor %}
    {% set header_count = 0 %}
    {% if file_format == 'csv' %}
        {% set header_count = csv_header_lines(options) %}
    {% endif %}
    with lines as (

        select
            filename as source_file,
            {% if options.get('format') == 'array' -%}
            json_array_length(string_agg(line, chr(10))) as line_count,
            0 as blank_count
            {%- else -%}
            count(*) as line_count,
            {% if file_format == 'json' -%}
            count(*) filter (where coalesce(trim(line), '') = '') as blank_count
            {%- elif options.get('comment') -%}
            count(*) filter (
                where line is null or starts_with(line, {{ sql_text(options.comment) }})
            ) as blank_count
            {%- else -%}
            count(*) - count(line) as blank_count
            {%- endif %}
            {%- endif %}
        from {{ text_lines(paths, kept) }}
        group by filename

    ),

    row_counts as (

        select
            "%file" as source_file,
            count(*) as row_count
        from {{ file_rows_table(table_name) }}
        group by all

    ),

    unread as (

        select
            source_file,
            count(*) as unread_count,
            sum(case when is_left_out then 0 else {{ line_breaks('unread_line') }} + 1 end)
                as unread_lines
        from {{ unread_lines_table(table_name) }}
        group by source_file

    )

    select
        files.source_file,
        coalesce(lines.line_count, 0) as line_count,
        coalesce(lines.blank_count, 0) as blank_count,
        least({{ header_count }}, coalesce(lines.line_count, 0)) as header_count,
        coalesce(row_counts.row_count, 0) as row_count,
        coalesce(unread.unread_count, 0) as unread_count,
        coalesce(unread.unread_lines, 0) as unread_lines
    from ({{ file_versions_query(files) }}) as files
    left join lines on files.source_file = lines.source_file
    left join row_counts on files.source_file = row_counts.source_file
    left join unread on files.source_file = unread.source_file
{% endmacro %}
