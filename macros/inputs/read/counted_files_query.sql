{#-
  A query for what was counted of each text file: source_file, line_count (all lines; of a JSON
  array its elements), blank_count (empty ones), header_count, row_count, unread_count, and
  unread_lines (the lines that these are).

  feed: see input_feeds(). files: list of {file, version}.
-#}
{% macro counted_files_query(feed, files) %}
    {% set options = dialect_options(feed) %}
    {% set is_csv = input_format(feed) == 'csv' %}
    {% set header_count = csv_header_lines(options) if is_csv else 0 %}
    {% set rejects = [feed ~ '_line_errors', feed ~ '_line_scans'] %}
    {% do run_query(forget_rejects(rejects)) %}
    {% do run_query(
        'create or replace temp table ' ~ feed ~ '_lines as select filename as source_file, '
        ~ line_counts(options, is_csv) ~ ' from ' ~ text_lines(
            files | map(attribute='file') | list, counting_options(options), rejects
        ) ~ ' group by filename'
    ) %}
    with lines_aside as (

        select
            source_file,
            count(*) as line_count
        from ({{ rejects_query(rejects) }}) as rejects
        group by source_file

    ),

    row_counts as (

        select
            "%file" as source_file,
            count(*) as row_count
        from {{ file_rows_table(feed) }}
        group by "%file"

    ),

    unread as (

        select
            source_file,
            count(*) as unread_count,
            sum({{ line_breaks('unread_line') }} + 1) as unread_lines
        from {{ unread_lines_table(feed) }}
        group by source_file

    ),

    lines as (

        select
            files.source_file,
            coalesce(lines_read.line_count, 0) + coalesce(lines_aside.line_count, 0) as line_count,
            coalesce(lines_read.blank_count, 0) as blank_count
        from ({{ file_versions_query(files) }}) as files
        left join temp.{{ feed }}_lines as lines_read
            on files.source_file = lines_read.source_file
        left join lines_aside on files.source_file = lines_aside.source_file

    )

    select
        lines.*,
        least({{ header_count }}, lines.line_count) as header_count,
        coalesce(row_counts.row_count, 0) as row_count,
        coalesce(unread.unread_count, 0) as unread_count,
        coalesce(unread.unread_lines, 0) as unread_lines
    from lines
    left join row_counts on lines.source_file = row_counts.source_file
    left join unread on lines.source_file = unread.source_file
{% endmacro %}
