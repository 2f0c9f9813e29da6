{#-
  A query for the rows of some files of an input table: the canonical columns as the
  input's expressions give them, named input_<column>, beside source_file, file_version,
  file_modified_at, source_row and raw_row (all columns of the file as one struct).

  table_name: events, customers or subscriptions. files: list of {file, version}, not
  empty. A canonical column without an expression is null.
-#}
{% macro source_rows(table_name, files) %}
    {% if not execute %}{{ return('') }}{% endif %}
    {% set table = input_tables()[table_name] %}
    {% set paths = [] %}
    {% set versions = [] %}
    {% for file in files %}
        {% do paths.append(file.file) %}
        {% do versions.append(
            '(' ~ sql_text(file.file) ~ ', ' ~ sql_text(file.version)
            ~ ', timestamp ' ~ sql_text(file.modified_at) ~ ')'
        ) %}
    {% endfor %}
    select
        source_row.filename as source_file,
        file_versions.file_version,
        file_versions.file_modified_at,
        source_row.file_row_number as source_row,
        {% for column in canonical_columns(table_name) -%}
        {% set expression = (table.columns or {}).get(column.name) -%}
        {{ expression if expression is not none else 'null' }} as input_{{ column.name }}, -- input {{ var('inputs') }}: {{ table_name }}.{{ column.name }}
        {% endfor -%}
        source_row as raw_row
    from {{ read_files(paths, table.format, table.options or {}) }} as source_row
    left join (values {{ versions | join(', ') }}) as file_versions (file, file_version, file_modified_at)
        on source_row.filename = file_versions.file
{% endmacro %}
