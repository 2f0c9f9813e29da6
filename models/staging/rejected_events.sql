with base_events as (

    select * from {{ ref('base_events') }}

),

currencies as (

    select distinct currency from {{ ref('stg_currency_rates') }}

),

final as (

    select
        base_events.source_file,
        coalesce(
            base_events.rejection_reason, 'currency has no rate'
        ) as rejection_reason,
        base_events.raw_row,
        base_events.source_row,
        base_events.loaded_at
    from base_events
    left join currencies
        on base_events.currency = currencies.currency
    where
        base_events.rejection_reason is not null
        or (
            base_events.load_rank = 1
            and base_events.currency is not null
            and currencies.currency is null
        )

)

select * from final
