with reporting_currency as (

    select {{ sql_text(var('reporting_currency')) }} as currency

),

final as (

    select reporting_currency.currency
    from reporting_currency
    left join {{ ref('currency_rates') }} as rates
        on reporting_currency.currency = rates.currency
    where rates.currency is null

)

select * from final
