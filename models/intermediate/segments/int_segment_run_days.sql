with runs as (

    select * from {{ ref('segment_runs') }}

),

final as (

    select
        as_of_date as event_date,
        {{ hash_of(['entered_count', 'left_count', 'transition_checksum']) }}
            as day_checksum
    from runs

)

select * from final
