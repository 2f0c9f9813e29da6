{{ config(
    meta={
        'what_to_do': 'See rejected_rows: mostly it is an expression in inputs/, or a '
        ~ 'file that is unlike the others. If so many bad rows are right, raise '
        ~ 'max_rejected_share there.',
    },
) }}
-- Reads nothing but the rows that staging passes on, so that dbt build stops before it.
-- A file is looked at by itself, too: one bad day is few rows of all that were loaded.
with checked_rows as (

    select
        'events' as input_table,
        source_file,
        rejection_reason
    from {{ ref('base_checked_events') }}
    where rejection_reason is distinct from 'event_at is on an archived day'
    {% for table_name in ['customers', 'subscriptions'] %}
    union all
    select
        '{{ table_name }}' as input_table,
        source_file,
        rejection_reason
    from {{ ref('base_' ~ table_name) }}
    {% endfor %}

),

limits as (

    select
        input_tables.input_table,
        input_tables.max_rejected_share
    from (
        values
        {%- for table_name in ['events', 'customers', 'subscriptions'] %}
        ('{{ table_name }}', {{ max_rejected_share(table_name) }})
        {{- ',' if not loop.last }}
        {%- endfor %}
    ) as input_tables (input_table, max_rejected_share)

),

-- of each file, and of a table as a whole
looked_at as (

    select * from checked_rows
    union all
    select
        input_table,
        'all files' as source_file,
        rejection_reason
    from checked_rows

),

-- with the reason that is given most often
shares as (

    select
        input_table,
        source_file,
        count(*) as row_count,
        count(rejection_reason) as rejected_count,
        count(rejection_reason) / count(*) as rejected_share,
        mode(rejection_reason) as rejection_reason
    from looked_at
    group by input_table, source_file

),

final as (

    select
        shares.rejection_reason,
        shares.input_table,
        shares.source_file,
        shares.row_count,
        shares.rejected_count,
        round(shares.rejected_share, 4) as rejected_share,
        limits.max_rejected_share
    from shares
    inner join limits
        on shares.input_table = limits.input_table
    where
        shares.rejected_share > limits.max_rejected_share
        -- files differ, and a row or two are a large share of a small one
        and (
            shares.source_file = 'all files'
            or (shares.rejected_share > 0.5 and shares.row_count >= 3)
        )

)

select * from final
