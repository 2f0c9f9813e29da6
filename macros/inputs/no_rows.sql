{#- A query for no rows with the columns of base_customers or base_subscriptions. -#}
{% macro no_rows(table_name) %}
    {% set types = {
        'number': 'decimal(38, 10)', 'integer': 'integer', 'age': 'integer', 'time': 'timestamp', 'date': 'date',
    } %}
    select
        cast(null as varchar) as source_file,
        cast(null as varchar) as file_version,
        cast(null as timestamp) as file_modified_at,
        cast(null as bigint) as source_row,
        {%- for column in canonical_columns(table_name) %}
        cast(null as {{ types.get(column.kind, 'varchar') }})
            as {{ column.name }}{{ '_hash' if column.kind == 'secret' }},
            {%- if column.kind == 'age' %}
        cast(null as boolean) as is_age_from_band,
            {%- endif %}
        {%- endfor %}
        cast(null as varchar) as bad_cells,
        cast(null as varchar) as rejection_reason,
        cast(null as varchar) as raw_row,
        cast(null as bigint) as version_rank
    where false
{% endmacro %}
