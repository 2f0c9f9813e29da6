with base_events as (

    select * from {{ ref('base_events') }}

),

rates as (

    select * from {{ ref('stg_currency_rates') }}

),

promoted_repeats as (

    {{ promoted_repeats_query() }}

),

-- whether a currency has a rate is decided here, so that a new rate frees rejected rows
final as (

    select
        base_events.* replace (
            coalesce(
                base_events.rejection_reason,
                {{ rate_problem(
                    'base_events.event_value', 'base_events.currency', 'rates.rate'
                ) }}
            ) as rejection_reason,
            if(
                (base_events.event_key, base_events.load_rank) in (
                    select (promoted_repeats.event_key, promoted_repeats.load_rank)
                    from promoted_repeats
                ),
                1,
                base_events.load_rank
            ) as load_rank
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
