-- Rates of the seed as periods, in the reporting currency. The first rate of a currency
-- also holds for the time before it.
with currency_rates as (

    select * from {{ ref('currency_rates') }}

),

periods as (

    select
        currency,
        rate_to_usd,
        case
            when row_number() over (partition by currency order by valid_from) = 1
                then date '1000-01-01'
            else valid_from
        end as valid_from,
        coalesce(
            lead(valid_from) over (partition by currency order by valid_from),
            date '9999-12-31'
        ) as valid_until
    from currency_rates

),

reporting_periods as (

    select *
    from periods
    where currency = '{{ var("reporting_currency") }}'

),

final as (

    select
        periods.currency,
        cast(
            periods.rate_to_usd / reporting_periods.rate_to_usd as decimal(18, 10)
        ) as rate,
        greatest(periods.valid_from, reporting_periods.valid_from) as valid_from,
        least(periods.valid_until, reporting_periods.valid_until) as valid_until
    from periods
    inner join reporting_periods
        on
            periods.valid_from < reporting_periods.valid_until
            and periods.valid_until > reporting_periods.valid_from

)

select * from final
