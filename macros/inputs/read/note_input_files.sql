{#-
  Counts the lines of files apart from their reading, stops with an input_error where they
  are not accounted for, and gives the statements that note the counts, for the transaction
  of the model: see create_input_memory(). Of Parquet files the rows are counted by the
  footers.

  table_name: events, customers or subscriptions. files: list of {file, version}.
-#}
{% macro note_input_files(table_name, files) %}
    {% do create_input_memory() %}
    {% set is_all = table_name != 'events' or not is_incremental() %}
    {% set statements = [
        'delete from ' ~ read_input_files() ~ ' where input_table = ' ~ sql_text(table_name)
        ~ ('' if is_all else ' and source_file in (' ~ (quoted_files(files) or "''") ~ ')')
    ] %}
    {% for feed in feeds_of(table_name) if files_of_feed(files, feed) %}
        {% do statements.append(_note_files_of_feed(feed, files_of_feed(files, feed))) %}
    {% endfor %}
    {{ return(statements | join(';\n')) }}
{% endmacro %}

{#- Counts and checks the files of a feed; the statement that notes the counts. -#}
{% macro _note_files_of_feed(feed, files) %}
    {% if is_text_format(input_format(feed)) %}
        {% do run_query(
            'create or replace temp table ' ~ feed ~ '_counts as '
            ~ counted_files_query(feed, files)
        ) %}
        {% set counts = 'select * from temp.' ~ feed ~ '_counts' %}
        {% do check_counts(feed, counts) %}
    {% elif input_format(feed) == 'relation' %}
        {% set counts = relation_counts_query(feed) %}
    {% else %}
        {% set counts = parquet_counts_query(files) %}
    {% endif %}
    {% set kept = kept_rows_query(feed, files) %}
    {{ return(
        'insert into ' ~ read_input_files() ~ ' by name select ' ~ sql_text(table_of_feed(feed))
        ~ ' as input_table, counts.source_file, versions.file_version, counts.line_count, '
        ~ ('coalesce(kept.row_count, 0) as row_count' if kept else 'counts.row_count')
        ~ ', counts.unread_count from (' ~ counts ~ ') as counts inner join ('
        ~ file_versions_query(files) ~ ') as versions on counts.source_file = versions.source_file'
        ~ (' left join (' ~ kept ~ ') as kept on counts.source_file = kept.source_file' if kept else '')
    ) }}
{% endmacro %}
