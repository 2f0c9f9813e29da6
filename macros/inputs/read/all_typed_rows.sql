{#- The query of typed_rows() with the rows of customers who were erased as well. -#}
{% macro all_typed_rows(table_name, files) %}
    {% set queries = [] %}
    {% for feed in feeds_of(table_name) if files_of_feed(files, feed) %}
        {% do queries.append(_typed_rows_of_feed(feed, files_of_feed(files, feed))) %}
    {% endfor %}
    {{ return(queries | join('\n    union all by name\n')) }}
{% endmacro %}

{#- Those of one feed; its files are not empty. -#}
{% macro _typed_rows_of_feed(feed, files) %}
    {% set table_name = table_of_feed(feed) %}
    {% set is_text = is_text_format(input_format(feed)) %}
    {% set groups = groups_to_type(feed, files) %}
    {% set is_union = groups | length > 1 or feeds_of(table_name) | length > 1 %}
    {% for group in groups %}
    {% set rows = source_rows(feed, group, group_relation(feed, group), files) %}
    {% set types = input_types(feed, group) %}
    select
        source_file,
        file_version,
        file_modified_at,
        source_row,
        {{ typed_columns(table_name, types) }},
        {{ typing_problem(table_name, types) }} as typing_problem,
        {{ bad_cells(table_name, types) }} as bad_cells,
        {# structs of several schemas have no common type #}
        {{ 'to_json(raw_row) as raw_row' if is_union else 'raw_row' }},
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
    from {{ unread_lines_table(feed) }} as unread
    inner join ({{ file_versions_query(files) }}) as file_versions
        on unread.source_file = file_versions.source_file
    {% endif %}
{% endmacro %}
