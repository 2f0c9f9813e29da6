-- Lines (of Parquet rows, by the footers) were counted apart when a file was read; it
-- is asked here whether what was made of them is still all there.
{%- set files = input_files('events') %}

with counted_files as (

    select
        source_file,
        row_count + unread_count as row_count
    from {{ read_input_files() if execute else 'int_input_files' }}
    where
        input_table = 'events'
        {%- if archived_until() %}
        -- some rows of these files are in an archive
        and source_file not in (
            select archived.source_file
            from {{ archive_table('archived_files') }} as archived
        )
        {%- endif %}
        -- a file that is new or changed since the last load is left to the next one
        and (source_file, file_version) in (
            ('', '')
            {%- for file in files %},
            ({{ sql_text(file.file) }}, {{ sql_text(file.version) }})
            {%- endfor %}
        )

),

loaded_rows as (

    select
        source_file,
        {% if has_conditions('events') -%}
        -- a row may be left out, or be several events
        count(*) filter (where source_row < 0)
        + count(distinct source_row % {{ rows_per_part() }})
            filter (where source_row >= 0) as row_count
        {%- else -%}
        count(*) as row_count
        {%- endif %}
    from {{ ref('base_events') }}
    group by source_file

),

final as (

    select
        counted_files.source_file,
        counted_files.row_count as rows_in_file,
        coalesce(loaded_rows.row_count, 0) as rows_loaded
    from counted_files
    left join loaded_rows
        on counted_files.source_file = loaded_rows.source_file
    where counted_files.row_count <> coalesce(loaded_rows.row_count, 0)

)

select * from final
