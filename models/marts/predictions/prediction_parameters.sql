with fits as (

    select * from {{ ref('int_purchase_models') }}

),

buyers as (

    select
        histories.tenant_id,
        histories.cut_date,
        count(*) as customer_count
    from {{ ref('int_purchase_histories') }} as histories
    where
        histories.cut_date in (
            select dates.fit_date from {{ ref('int_prediction_dates') }} as dates
        )
    group by histories.tenant_id, histories.cut_date

),

parameters as (

    {% for name in ['r', 'alpha', 'a', 'b'] -%}
    select
        tenant_id,
        cut_date,
        'orders' as model, -- noqa: RF04
        '{{ name }}' as parameter,
        {{ name }} as value,
        {{ name }}_standard_error as standard_error,
        log_likelihood,
        customer_count,
        is_converged
    from fits
    union all by name
    {% endfor -%}
    -- where there was nothing to fit, that is said
    select
        buyers.tenant_id,
        buyers.cut_date,
        'orders' as model, -- noqa: RF04
        'none' as parameter,
        buyers.customer_count,
        false as is_converged
    from buyers
    left join fits
        on
            buyers.tenant_id = fits.tenant_id
            and buyers.cut_date = fits.cut_date
    where fits.tenant_id is null

),

final as (

    select
        tenant_id,
        model,
        parameter,
        value,
        standard_error,
        log_likelihood,
        customer_count,
        is_converged,
        cut_date as fitted_date
    from parameters

)

select * from final
