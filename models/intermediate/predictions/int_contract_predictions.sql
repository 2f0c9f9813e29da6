{%- set pooled_month = 36 %}
{%- set horizon_months = var('predictions').churn_horizon_days / 30.4375 %}
{%- set whole_months = horizon_months | int %}
with as_of_date as (

    select as_of_date from {{ ref('int_as_of_date') }}

),

survival as (

    select * from {{ ref('int_contract_survival') }}

),

running as (

    select
        customers.tenant_id,
        customers.customer_id,
        customers.mrr,
        least(
            cast(
                floor(
                    (as_of_date.as_of_date - spells.started_date) / 30.4375
                ) as integer
            ),
            {{ pooled_month }}
        ) as tenure_month
    from {{ ref('int_customers') }} as customers
    inner join {{ ref('int_contract_spells') }} as spells
        on
            customers.tenant_id = spells.tenant_id
            and customers.customer_id = spells.customer_id
    cross join as_of_date
    where customers.mrr > 0 and spells.ended_date is null

),

final as (

    select
        running.tenant_id,
        running.customer_id,
        running.mrr,
        running.tenure_month,
        round(
            1 - exp(
                at_end.log_survival - now.log_survival
                + {{ horizon_months - whole_months }} * ln(1 - at_end.hazard)
            ),
            6
        ) as churn_probability
        {%- for years in [1, 3, 5] %},
        round(
            (in_{{ years }}_years.months_paid - now.months_paid)
            / exp(now.log_survival),
            6
        ) as months_{{ years }}_years
        {%- endfor %}
    from running
    inner join survival as now
        on
            running.tenant_id = now.tenant_id
            and running.tenure_month = now.tenure_month
    inner join survival as at_end
        on
            running.tenant_id = at_end.tenant_id
            and running.tenure_month + {{ whole_months }} = at_end.tenure_month
    {%- for years in [1, 3, 5] %}
    inner join survival as in_{{ years }}_years
        on
            running.tenant_id = in_{{ years }}_years.tenant_id
            and running.tenure_month + {{ 12 * years }}
            = in_{{ years }}_years.tenure_month
    {%- endfor %}

)

select * from final
