{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['source_file', 'source_row'],
    pre_hook="{{ read_input_files_of('events', files_to_load('events')) }}",
) }}
-- depends_on: {{ ref('junk_ids') }}
{%- set files = files_to_load('events') -%}

{%- if execute and not files %}

select
    *,
    false as is_removed
from {{ this }}
where false

{%- else %}

with typed_rows as not materialized (

    {{ typed_rows('events', files) }}

),

-- a row's columns, and why it cannot be used
checked_rows as not materialized (

    select
        source_file,
        source_row,
        file_version,
        customer_id,
        event_type,
        {{ event_text_columns() }},
        event_value,
        latitude,
        longitude,
        event_at,
        coalesce(nullif(tenant_id, ''), 'default') as tenant_id,
        case
            when event_id <> '' then event_id else {{ derived_event_id() }}
        end as event_id,
        coalesce(loaded_at, file_modified_at) as loaded_at,
        {{ local_date('event_at') }} as event_date,
        nullif({{ json_text('event_properties', 'order_id') }}, '') as order_id,
        nullif({{ json_text('event_properties', 'feature') }}, '') as feature,
        '{{ var("inputs") }}' as input_name,
        '{{ var("timezone") }}' as timezone,
        {{ row_problem('event_at', 'coalesce(loaded_at, file_modified_at)') }}
            as rejection_reason,
        -- base_checked_events may reject an amount for its rate later on
        case
            when
                rejection_reason is not null
                or currency not in (select currency from {{ ref('currency_rates') }})
                or abs(event_value) >= 100000000
                then {{ raw_row_text() }}
        end as raw_row
    from typed_rows

),

-- beside the select above these names would be the columns of the file
new_rows as not materialized (

    select
        *,
        {{ hash_of(['tenant_id', 'event_id']) }} as event_key,
        {{ event_content_hash() }} as content_hash
    from checked_rows

),

{% if is_incremental() %}
-- rows of other files that share an event with the files that are read
known_rows as (

    {{ known_rows_of_same_events('new_rows', files) }}

),

{% endif -%}
candidates as not materialized (

    select * from new_rows
    {%- if is_incremental() %}
    union all by name
    select * from known_rows
    {%- endif %}

),

repeated_events as (

    select event_key
    from candidates
    where rejection_reason is null
    group by event_key
    having count(*) > 1

),

-- the first loaded of several rows with one event_id is the event
ranked_repeats as (

    select
        source_file,
        source_row,
        row_number() over (
            partition by tenant_id, event_id
            order by loaded_at, source_file, source_row
        ) as load_rank
    from candidates
    where
        rejection_reason is null
        and event_key in (select repeated_events.event_key from repeated_events)

),

final as (

    select
        candidates.*,
        coalesce(ranked_repeats.load_rank, 1) as load_rank
    from candidates
    left join ranked_repeats
        on
            candidates.source_file = ranked_repeats.source_file
            and candidates.source_row = ranked_repeats.source_row

)

{{ rewritten_rows('final', rows_of_files(files)) }}

{%- endif %}
