{#-
  Reads text files to a temporary table, each column as text, and the lines that are no rows
  to another; both belong to the connection. Their names are in file_rows_table().

  feed: see input_feeds(). files: list of {file, version}.
-#}
{% macro read_text_files(feed, files) %}
    {% set file_format, options = input_format(feed), dialect_options(feed) %}
    {% set columns = text_columns(feed) %}
    {% set rejects = [feed ~ '_csv_errors', feed ~ '_csv_scans'] %}
    {% set reads = [] %}
    {% for group in file_groups(feed, files) %}
        {% set missing = [] %}
        {% set present = group.columns | map('lower') | list %}
        {% for name in columns if name | lower not in present %}
            {% do missing.append(', cast(null as varchar) as ' ~ quoted_name(name)) %}
        {% endfor %}
        {% do reads.append(
            'select *' ~ (missing | join('')) ~ ' from ' ~ read_files(
                group.files, file_format, reading_options(options), group.columns, rejects
            )
        ) %}
    {% endfor %}
    {% do run_query(forget_rejects(rejects)) %}
    {% do run_query(
        'create or replace temp table ' ~ feed ~ '_file_rows as '
        ~ (reads | join(' union all by name '))
    ) %}
    {% do run_query(
        'create or replace temp table ' ~ feed ~ '_unread_lines as '
        ~ (unfitting_lines_query(rejects) if file_format == 'csv'
           else broken_lines_query(feed, options))
    ) %}
    {% set unread = run_query('select 1 from ' ~ unread_lines_table(feed) ~ ' limit 1').rows %}
    {% if file_format == 'json' and unread | length %}
        {# they were read as rows of nulls #}
        {% do run_query(
            'delete from ' ~ file_rows_table(feed) ~ ' where ("%file", "%row") in'
            ~ ' (select (source_file, source_row) from ' ~ unread_lines_table(feed) ~ ')'
        ) %}
    {% endif %}
{% endmacro %}

{#- The options that DuckDB's reader takes: those of ours are left out. -#}
{% macro reading_options(options) %}
    {% set taken = dict(options) %}
    {% do taken.pop('names', none) %}
    {% if 'names' in options %}{% do taken.update({'header': false}) %}{% endif %}
    {{ return(taken) }}
{% endmacro %}
