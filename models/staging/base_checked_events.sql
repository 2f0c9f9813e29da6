with base_events as (

    select * from {{ ref('base_events') }}

),

rates as (

    select * from {{ ref('stg_currency_rates') }}

),

-- whether a currency has a rate is decided here, so that a new rate frees rejected rows
final as (

    select
        base_events.* replace (
            case
                when base_events.rejection_reason is not null
                    then base_events.rejection_reason
                when base_events.currency is not null and rates.rate is null
                    then 'currency has no rate'
            end as rejection_reason
        ),
        rates.rate
    from base_events
    left join rates
        on
            base_events.currency = rates.currency
            and base_events.event_date >= rates.valid_from
            and base_events.event_date < rates.valid_until
    where {{ is_known('base_events.loaded_at') }}

)

select * from final
