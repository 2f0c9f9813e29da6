with counts as (

    select
        (
            select count(*)
            from {{ ref('base_events') }}
            where {{ is_known('loaded_at') }}
        ) as rows_loaded,
        (select count(*) from {{ ref('stg_events') }}) as rows_kept,
        (select count(*) from {{ ref('rejected_events') }}) as rows_rejected,
        (
            select count(*)
            from {{ ref('base_checked_events') }}
            where load_rank > 1
        ) as rows_repeated

),

final as (

    select *
    from counts
    where rows_loaded <> rows_kept + rows_rejected + rows_repeated

)

select * from final
