{#-
  A query for the rows of one group of files: the canonical columns as the input's
  expressions give them, named input_<column>, beside source_file, file_version,
  file_modified_at, source_row, failed_columns (whose expression fails on this row) and
  raw_row (all columns of the file as one struct). A column without an expression is null,
  and so is a column that this group lacks. Of a row with several events each is a row, whose
  source_row is rows_per_part() greater than that of the one before.

  feed: see input_feeds(). group: see file_groups(). relation: where
  the rows are, with "%file" and "%row". files: list of {file, version, modified_at}.
-#}
{% macro source_rows(feed, group, relation, files) %}
    {% set table = input_feeds()[feed] %}
    {% set present = group.columns | map('lower') | list %}
    {% set added = [] %}
    {% for name, column in [('filename', '"%file"'), ('file_row_number', '"%row"')]
        if name not in present %}
        {% do added.append(column ~ ' as ' ~ name) %}
    {% endfor %}
    {% for name in mapped_names(table)
        if name | lower not in present + ['filename', 'file_row_number'] %}
        {% do added.append('null as ' ~ quoted_name(name)) %}
    {% endfor %}
    {% set conditions = table.get('conditions') or [] %}
    {% set asked = source_expressions(feed, table) %}
    select
        "%file" as source_file,
        file_versions.file_version,
        file_versions.file_modified_at,
        "%row"{{ ' + "%part" * ' ~ rows_per_part() if conditions }} as source_row,
        {% for column in canonical_columns(feed) -%}
        {{ ('tried_' ~ column.name ~ '.value as ') if column.name in asked.tried }}input_{{ column.name }},
        {% endfor -%}
        {% if asked.tried -%}
        nullif(concat_ws(', '
            {%- for name in asked.tried %}, case when tried_{{ name }} is null then '{{ name }}' end{% endfor -%}
        ), '') as failed_columns,
        {% else -%}
        cast(null as varchar) as failed_columns,
        {% endif -%}
        raw_row
    from (
        select
            "%file",
            "%row",
            {{ asked.expressions | join(',\n            ') }},
            source_row as raw_row
        from (select *{{ ', ' if added }}{{ added | join(', ') }} from {{ relation }}) as source_row
        {{ join_clauses(table) }}
        {%- if conditions %}
        cross join (
            select number as "%part" from ({{ number_series(0, conditions | length) }}) as numbers
        ) as parts
        {%- endif %}
    ) as expressed
    left join ({{ file_versions_query(files) }}) as file_versions
        on expressed."%file" = file_versions.source_file
    {%- if conditions %}
    where tried_where is null or tried_where.value
    {%- endif %}
{% endmacro %}
