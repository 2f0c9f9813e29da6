{#-
  A query for what the mapping sees of the schema of Parquet files, as a text: file_name,
  schema. Of files with nested columns it is the whole schema.

  paths: list of paths. names: the columns that are mapped.
-#}
{% macro parquet_schemas_query(paths, names) %}
    {% set seen = ['filename', 'file_row_number'] %}
    {% for name in names %}{% do seen.append(name | lower) %}{% endfor %}
    with elements as (

        select
            file_name,
            row_number() over () as place,
            lower(name) as name,
            concat_ws(
                ' ', name, type, type_length, converted_type, logical_type, num_children, scale
            ) as described,
            count(num_children) over (partition by file_name) > 1 as is_nested
        from parquet_schema({{ sql_list(paths) }})

    )

    select
        file_name,
        coalesce(
            string_agg(described, ', ' order by place)
                filter (where is_nested or name in ({{ sql_list(seen)[1:-1] }})),
            ''
        ) as schema
    from elements
    group by file_name
    order by file_name
{% endmacro %}
