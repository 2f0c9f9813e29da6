{#-
  Counts the lines of files apart from their reading, stops with an input_error where they
  are not accounted for, and notes the counts: see create_input_memory().

  table_name: events, customers or subscriptions. files: list of {file, version}.
-#}
{% macro note_input_files(table_name, files) %}
    {% do create_input_memory() %}
    {% set keep = 'source_file not in (' ~ quoted_files(files) ~ ')' if files else 'true' %}
    {% if table_name == 'events' and is_incremental() %}
        {% do run_query(
            'delete from ' ~ read_input_files() ~ " where input_table = 'events' and not (" ~ keep ~ ')'
        ) %}
    {% else %}
        {% do run_query(
            'delete from ' ~ read_input_files() ~ ' where input_table = ' ~ sql_text(table_name)
        ) %}
    {% endif %}
    {% if files %}
        {% set counts = counted_files_query(table_name, files) %}
        {% if input_format(table_name) != 'parquet' %}
            {% do run_query('create or replace temp table ' ~ table_name ~ '_counts as ' ~ counts) %}
            {% set counts = 'select * from temp.' ~ table_name ~ '_counts' %}
            {% do check_counts(table_name, counts) %}
        {% endif %}
        {% do run_query(
            'insert into ' ~ read_input_files() ~ ' by name select ' ~ sql_text(table_name)
            ~ ' as input_table, counts.source_file, versions.file_version, counts.line_count,'
            ~ ' counts.row_count, counts.unread_count from (' ~ counts ~ ') as counts inner join ('
            ~ file_versions_query(files) ~ ') as versions on counts.source_file = versions.source_file'
        ) %}
    {% endif %}
{% endmacro %}
