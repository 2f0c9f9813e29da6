with base_subscriptions as (

    select * from {{ ref('base_subscriptions') }}

),

final as (

    select * exclude (
        file_modified_at, bad_cells, rejection_reason, raw_row, version_rank, updated_at
    )
    from base_subscriptions
    where version_rank = 1

)

select * from final
