{%- set settings = var('predictions') %}
{%- set epoch = "date '2000-01-01'" %}
with as_of_date as (

    select as_of_date from {{ ref('int_as_of_date') }}

),

-- models are fitted on days that the calendar gives, so that it does not matter which
-- days were run
newest_fit as (

    select
        as_of_date,
        {{ epoch }} + cast(
            floor((as_of_date - {{ epoch }}) / {{ settings.refit_days }})
            * {{ settings.refit_days }} as integer
        ) as fit_date
    from as_of_date

),

final as (

    select
        as_of_date as cut_date,
        'score' as purpose,
        fit_date
    from newest_fit
    {% for back in range(1, settings.backtests + 1) -%}
    union all
    select
        fit_date - {{ back * settings.churn_horizon_days }} as cut_date,
        'backtest' as purpose,
        fit_date - {{ back * settings.churn_horizon_days }} as fit_date
    from newest_fit
    {% endfor -%}
    union all
    select
        fit_date as cut_date,
        'fit' as purpose,
        fit_date
    from newest_fit

)

select * from final
