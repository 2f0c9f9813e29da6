{#- A query for no rows with the columns of a staged input table that the input lacks. -#}
{% macro no_rows(table_name) %}
    {% set types = {
        'number': 'decimal(38, 10)', 'integer': 'integer', 'time': 'timestamp', 'date': 'date',
    } %}
    select
        cast(null as varchar) as source_file,
        cast(null as varchar) as file_version,
        cast(null as bigint) as source_row,
        {%- for column in canonical_columns(table_name) %}
        cast(null as {{ types.get(column.kind, 'varchar') }})
            as {{ column.name }}{{ '_hash' if column.kind == 'secret' }}{{ ',' if not loop.last }}
        {%- endfor %}
    where false
{% endmacro %}
