with checked_events as (

    select * from {{ ref('base_checked_events') }}

),

final as (

    select
        source_file,
        rejection_reason,
        raw_row,
        source_row,
        loaded_at
    from checked_events
    where
        rejection_reason is not null
        and load_rank = 1

)

select * from final
