{#-
  A query for the rows of some files of an input table, typed: source_file, file_version,
  file_modified_at, source_row, the canonical columns, typing_problem (why a row of events
  cannot be used), bad_cells (the columns whose value could not be typed), raw_row, and
  unread_line: a line that is no row of its file, of which this and the reason is all there
  is. Of a customer who was erased only the place and the reason are left. Text files are in
  temporary tables by then: see read_text_files().

  table_name: events, customers or subscriptions. files: list of {file, version,
  modified_at}, not empty.
-#}
{% macro typed_rows(table_name, files) %}
    {% if not execute %}{{ return('') }}{% endif %}
    {% if not has_erased_customers() %}{{ return(all_typed_rows(table_name, files)) }}{% endif %}
    select
        source_file,
        file_version,
        file_modified_at,
        source_row,
        {% for column in canonical_columns(table_name) -%}
        {% set name = column.name ~ ('_hash' if column.kind == 'secret' else '') -%}
        case when not is_erased then {{ name }} end as {{ name }},
        {% if column.kind == 'age' -%}
        case when not is_erased then is_age_from_band end as is_age_from_band,
        {% endif -%}
        {% endfor -%}
        case when is_erased then '{{ erased_problem() }}' else typing_problem end
            as typing_problem,
        case when not is_erased then bad_cells end as bad_cells,
        case when not is_erased then raw_row end as raw_row,
        unread_line
    from (
        select
            *,
            {{ is_erased(table_name) }} as is_erased
        from ({{ all_typed_rows(table_name, files) }}) as all_rows
    ) as rows_and_erased
{% endmacro %}
