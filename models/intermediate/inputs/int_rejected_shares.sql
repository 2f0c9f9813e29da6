with row_counts as (

    select
        'events' as input_table,
        source_file,
        count(*) as row_count
    from {{ ref('base_checked_events') }}
    group by source_file
    {% for table_name in ['customers', 'subscriptions'] %}
    union all
    select
        '{{ table_name }}' as input_table,
        source_file,
        count(*) as row_count
    from {{ ref('base_' ~ table_name) }}
    group by source_file
    {% endfor %}

),

-- rows of archived days come late, and are right; who was erased is left out on purpose
reasons as (

    select
        input_table,
        source_file,
        rejection_reason,
        count(*) as row_count
    from {{ ref('rejected_rows') }}
    where
        rejection_reason not in (
            'event_at is on an archived day', '{{ erased_problem() }}'
        )
    group by input_table, source_file, rejection_reason

),

rejected_counts as (

    select
        input_table,
        source_file,
        sum(row_count) as rejected_count,
        string_agg(
            rejection_reason || ' (' || row_count || ')',
            '; '
            order by row_count desc, rejection_reason asc
        ) as reasons
    from reasons
    group by input_table, source_file

),

final as (

    select
        row_counts.input_table,
        row_counts.source_file,
        row_counts.row_count,
        coalesce(rejected_counts.rejected_count, 0) as rejected_count,
        coalesce(rejected_counts.rejected_count, 0) / row_counts.row_count
            as rejected_share,
        rejected_counts.reasons
    from row_counts
    left join rejected_counts
        on
            row_counts.input_table = rejected_counts.input_table
            and row_counts.source_file = rejected_counts.source_file

)

select * from final
