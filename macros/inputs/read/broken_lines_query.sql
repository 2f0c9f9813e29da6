{#-
  A query for the lines of JSON files that are no JSON objects: source_file, source_row, reason
  and unread_line. The reader gives a row of nulls for them; only in files with such a row the
  lines are looked at, and the n-th line that is not blank is the n-th row.

  feed: see input_feeds(). options: see dialect_options().
-#}
{% macro broken_lines_query(feed, options) %}
    {% set names = [] %}
    {% for name in text_columns(feed) %}{% do names.append(quoted_name(name)) %}{% endfor %}
    {% set empty_rows = 'from ' ~ file_rows_table(feed) ~ ' where coalesce('
        ~ (names | join(', ')) ~ ') is null' %}
    {% set files = run_query('select distinct "%file" ' ~ empty_rows).columns[0].values() | list
        if options.get('format') != 'array' else [] %}
    {% if not files %}
        {{ return(
            'select null::varchar as source_file, null::bigint as source_row, null::varchar as'
            ~ ' reason, null::varchar as unread_line where false'
        ) }}
    {% endif %}
    {% set rejects = [feed ~ '_json_errors', feed ~ '_json_scans'] %}
    {% do run_query(forget_rejects(rejects)) %}
    {% do run_query(
        'create or replace temp table ' ~ feed ~ '_json_lines as select filename as'
        ~ ' source_file, line, row_number() over () as place from '
        ~ text_lines(files, counting_options(options), rejects)
    ) %}
    {{ return(placed_lines_query(feed, rejects, empty_rows)) }}
{% endmacro %}
