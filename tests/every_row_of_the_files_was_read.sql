{%- set files = input_files('events') %}

with file_rows as (

    {% if files -%}
    select
        filename as source_file,
        count(*) as row_count
    from {{ read_files(
        files | map(attribute='file') | list,
        input_format('events'),
        input_tables()['events'].options or {}
    ) }}
    group by filename
    {%- else -%}
    select
        '' as source_file,
        0 as row_count
    where false
    {%- endif %}

),

base_events as (

    select * from {{ ref('base_events') }}

),

-- a file that is new or changed since the last load is none of this test's business
unchanged_files as (

    select distinct source_file
    from base_events
    where
        {%- if archived_until() %}
        -- some rows of these files are in an archive
        source_file not in (
            select archived.source_file
            from {{ archive_table('archived_files') }} as archived
        )
        and {%- endif %}
        (source_file, file_version) in (
            ('', '')
            {%- for file in files %},
            ({{ sql_text(file.file) }}, {{ sql_text(file.version) }})
            {%- endfor %}
        )

),

loaded_rows as (

    select
        source_file,
        count(*) as row_count
    from base_events
    where source_file in (select unchanged_files.source_file from unchanged_files)
    group by source_file

),

final as (

    select
        loaded_rows.source_file,
        file_rows.row_count as rows_in_file,
        loaded_rows.row_count as rows_loaded
    from loaded_rows
    left join file_rows
        on loaded_rows.source_file = file_rows.source_file
    where file_rows.row_count is distinct from loaded_rows.row_count

)

select * from final
