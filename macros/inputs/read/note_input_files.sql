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
    {% if files %}
        {% set counts = parquet_counts_query(files) %}
        {% if input_format(table_name) != 'parquet' %}
            {% do run_query(
                'create or replace temp table ' ~ table_name ~ '_counts as '
                ~ counted_files_query(table_name, files)
            ) %}
            {% set counts = 'select * from temp.' ~ table_name ~ '_counts' %}
            {% do check_counts(table_name, counts) %}
        {% endif %}
        {% do statements.append(
            'insert into ' ~ read_input_files() ~ ' by name select ' ~ sql_text(table_name)
            ~ ' as input_table, counts.source_file, versions.file_version, counts.line_count,'
            ~ ' counts.row_count, counts.unread_count from (' ~ counts ~ ') as counts inner join ('
            ~ file_versions_query(files) ~ ') as versions on counts.source_file = versions.source_file'
        ) %}
    {% endif %}
    {{ return(statements | join(';\n')) }}
{% endmacro %}

{#- A query for the rows of Parquet files, by their footers. -#}
{% macro parquet_counts_query(files) %}
    {{ return(
        'select file_name as source_file, cast(null as bigint) as line_count, num_rows as'
        ~ ' row_count, 0 as unread_count from parquet_file_metadata('
        ~ sql_list(files | map(attribute='file') | list) ~ ')'
    ) }}
{% endmacro %}
