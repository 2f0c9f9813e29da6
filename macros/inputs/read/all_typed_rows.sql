{#- The query of typed_rows() with the rows of customers who were erased as well. -#}
{% macro all_typed_rows(table_name, files) %}
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
