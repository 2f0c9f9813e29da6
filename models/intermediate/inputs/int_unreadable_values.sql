with rows_with_bad_cells as (

    {% for table_name in ['customers', 'subscriptions'] %}
    {{ 'union all' if not loop.first }}
    select
        '{{ table_name }}' as input_table,
        unnest(string_split(bad_cells, ', ')) as column_name,
        raw_row
    from {{ ref('base_' ~ table_name) }}
    where bad_cells is not null
    {% endfor %}

),

row_counts as (

    {% for table_name in ['customers', 'subscriptions'] %}
    {{ 'union all' if not loop.first }}
    select
        '{{ table_name }}' as input_table,
        count(*) as row_count
    from {{ ref('base_' ~ table_name) }}
    {% endfor %}

),

shown_cells as (

    select
        input_table,
        column_name,
        {{ shown_cell('input_table', 'column_name', 'raw_row') }} as shown
    from rows_with_bad_cells

),

by_column as (

    select
        input_table,
        column_name,
        count(*) as value_count,
        array_to_string(list(distinct shown order by shown)[:3], '; ') as examples
    from shown_cells
    group by input_table, column_name

),

final as (

    select
        by_column.*,
        by_column.value_count / row_counts.row_count as unreadable_share
    from by_column
    inner join row_counts
        on by_column.input_table = row_counts.input_table

)

select * from final
