{#-
  A query for the rows of some files of an input table, typed: source_file, file_version,
  file_modified_at, source_row, the canonical columns, typing_problem (why a row of events
  cannot be used), bad_cells (the columns whose value could not be typed), raw_row, and
  unread_line: a line that is no row of its file, of which this and the reason is all there
  is. Text files are in temporary tables by then: see read_text_files().

  table_name: events, customers or subscriptions. files: list of {file, version,
  modified_at}, not empty.
-#}
{% macro typed_rows(table_name, files) %}
    {% if not execute %}{{ return('') }}{% endif %}
    {% set is_text = input_format(table_name) != 'parquet' %}
    {% set groups = [{'columns': text_columns(table_name)}] if is_text
        else file_groups(table_name, files) %}
    {% for group in groups %}
    {% set relation = file_rows_table(table_name) if is_text
        else read_files(group.files, 'parquet', dialect_options(table_name)) %}
    {% set rows = source_rows(table_name, group, relation, files) %}
    {% set types = input_types(table_name, group) %}
    select
        source_file,
        file_version,
        file_modified_at,
        source_row,
        {{ typed_columns(table_name, types) }},
        {{ typing_problem(table_name, types) }} as typing_problem,
        {{ bad_cells(table_name, types) }} as bad_cells,
        {# structs of several schemas have no common type #}
        {{ 'to_json(raw_row) as raw_row' if groups | length > 1 else 'raw_row' }},
        cast(null as varchar) as unread_line
    from ({{ rows }}) as source_rows
    {{ 'union all by name' if not loop.last }}
    {% endfor %}
    {% if is_text %}
    union all by name
    select
        unread.source_file,
        file_versions.file_version,
        file_versions.file_modified_at,
        unread.source_row,
        unread.reason as typing_problem,
        unread.unread_line
    from {{ unread_lines_table(table_name) }} as unread
    inner join ({{ file_versions_query(files) }}) as file_versions
        on unread.source_file = file_versions.source_file
    {% endif %}
{% endmacro %}

{#-
  The row as it was in its file, as JSON without the keys that are null: whether another
  file has more columns does not show. To be used beside raw_row and unread_line.
-#}
{% macro raw_row_text() %}
    {{ return(
        "coalesce(unread_line, cast(json_merge_patch(json_merge_patch('{}', "
        ~ row_as_json('raw_row') ~ "), '{\"%file\": null, \"%row\": null}') as varchar))"
    ) }}
{% endmacro %}
