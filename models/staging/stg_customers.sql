with base_customers as (

    select * from {{ ref('base_customers') }}

),

final as (

    select * exclude (
        file_modified_at, bad_cells, rejection_reason, raw_row, version_rank, updated_at
    )
    from base_customers
    where version_rank = 1

)

select * from final
