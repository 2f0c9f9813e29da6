with rejected as (

    select
        'events' as input_table,
        source_file,
        -- of the events of one row, that of the row
        case
            when source_row < 0 then source_row
            else source_row % {{ rows_per_part() }}
        end as source_row,
        rejection_reason,
        raw_row,
        loaded_at
    from {{ ref('rejected_events') }}
    {% for table_name in ['customers', 'subscriptions'] %}
    union all
    select
        '{{ table_name }}' as input_table,
        source_file,
        source_row,
        rejection_reason,
        raw_row,
        file_modified_at as loaded_at
    from {{ ref('base_' ~ table_name) }}
    where rejection_reason is not null
    {% endfor %}

),

header_lines as (

    select
        tables_read.input_table,
        tables_read.source_file,
        tables_read.header_lines
    from (values {{ header_lines() }}) as tables_read (
        input_table, source_file, header_lines
    )

),

-- lines that are no row, and how many rows of their file are before them
unread_lines as (

    select
        rejected.input_table,
        rejected.source_file,
        -rejected.source_row
        - header_lines.header_lines
        - row_number() over (
            partition by rejected.input_table, rejected.source_file
            order by rejected.source_row desc
        ) as rows_before
    from rejected
    inner join header_lines
        on
            rejected.input_table = header_lines.input_table
            and (
                header_lines.source_file is null
                or rejected.source_file = header_lines.source_file
            )
    where rejected.source_row < 0

),

unread_before as (

    select
        rejected.input_table,
        rejected.source_file,
        rejected.source_row,
        count(*) as unread_count
    from rejected
    inner join unread_lines
        on
            rejected.input_table = unread_lines.input_table
            and rejected.source_file = unread_lines.source_file
            and rejected.source_row >= unread_lines.rows_before
    where rejected.source_row >= 0
    group by all

),

final as (

    select
        rejected.input_table,
        rejected.source_file,
        case
            when rejected.source_row < 0 then -rejected.source_row
            else
                rejected.source_row
                + 1
                + header_lines.header_lines
                + coalesce(unread_before.unread_count, 0)
        end as line_number,
        rejected.source_row,
        rejected.rejection_reason,
        rejected.raw_row,
        rejected.loaded_at
    from rejected
    inner join header_lines
        on
            rejected.input_table = header_lines.input_table
            and (
                header_lines.source_file is null
                or rejected.source_file = header_lines.source_file
            )
    left join unread_before
        on
            rejected.input_table = unread_before.input_table
            and rejected.source_file = unread_before.source_file
            and rejected.source_row = unread_before.source_row

)

select * from final
