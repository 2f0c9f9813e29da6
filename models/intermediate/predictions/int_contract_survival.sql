{{ config(materialized='table') }}
{#- What is beyond is as the last month; five years come on top of it. -#}
{%- set pooled_month = 36 %}
{%- set last_month = pooled_month + 60 %}
with as_of_date as (

    select as_of_date from {{ ref('int_as_of_date') }}

),

months as (

    {{ number_series(0, 600) }}

),

-- the months of tenure that a spell spent in the last year, and whether it ended in one
spell_months as (

    select
        spells.tenant_id,
        least(months.number, {{ pooled_month }}) as tenure_month,
        greatest(
            least(
                spells.started_date
                + cast(round((months.number + 1) * 30.4375) as integer),
                coalesce(spells.ended_date, as_of_date.as_of_date + 1)
            )
            - greatest(
                spells.started_date + cast(round(months.number * 30.4375) as integer),
                as_of_date.as_of_date - 364
            ),
            0
        ) / cast(30.4375 as double) as exposure,
        cast(
            coalesce(
                spells.ended_date > as_of_date.as_of_date - 365
                and spells.ended_date - spells.started_date
                > round(months.number * 30.4375)
                and spells.ended_date - spells.started_date
                <= round((months.number + 1) * 30.4375),
                false
            ) as integer
        ) as ended_count
    from {{ ref('int_contract_spells') }} as spells
    cross join as_of_date
    inner join months
        on
            months.number
            <= (
                coalesce(spells.ended_date, as_of_date.as_of_date + 1)
                - spells.started_date
            ) / 30.4375

),

by_month as (

    select
        tenant_id,
        tenure_month,
        sum(exposure) as exposure,
        sum(ended_count) as ended_count
    from spell_months
    group by tenant_id, tenure_month

),

tenants as (

    select
        tenant_id,
        sum(ended_count) / nullif(sum(exposure), 0) as hazard
    from by_month
    group by tenant_id
    having sum(exposure) > 0

),

-- few customers in a month say as much as twenty months of the tenant's others
hazards as (

    select
        tenants.tenant_id,
        months.number as tenure_month,
        round(
            least(
                (coalesce(by_month.ended_count, 0) + 20 * tenants.hazard)
                / (coalesce(by_month.exposure, 0) + 20),
                0.999
            ),
            9
        ) as hazard
    from tenants
    cross join months
    left join by_month
        on
            tenants.tenant_id = by_month.tenant_id
            and least(months.number, {{ pooled_month }}) = by_month.tenure_month
    where months.number <= {{ last_month }}

),

survivals as (

    select
        *,
        coalesce(
            sum(ln(1 - hazard)) over (
                partition by tenant_id
                order by tenure_month
                rows between unbounded preceding and 1 preceding
            ),
            0
        ) as log_survival
    from hazards

),

-- months paid from the beginning on: of those who go in a month half of it is paid
final as (

    select
        tenant_id,
        tenure_month,
        hazard,
        round(log_survival, 9) as log_survival,
        round(
            coalesce(
                sum(exp(log_survival) * (1 - hazard / 2)) over (
                    partition by tenant_id
                    order by tenure_month
                    rows between unbounded preceding and 1 preceding
                ),
                0
            ),
            9
        ) as months_paid
    from survivals

)

select * from final
