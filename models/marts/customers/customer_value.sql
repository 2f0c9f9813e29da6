with summary as (

    select
        *,
        case
            when total_purchases > 0
                then greatest(
                    {{ local_date('last_purchase_date') }}
                    - {{ local_date('first_purchase_date') }},
                    1
                )
            else 1
        end as purchasing_days
    from {{ ref('customer_behavior_summary') }}

),

activity_scores as (

    select *
    from {{ ref('rfm_scores') }}
    where rfm_model = '{{ var("scores").rfm_model }}'

),

factors as (

    select
        *,
        total_purchases * 365.0 / purchasing_days as orders_per_year,
        case
            when purchasing_days < 365 then 1.0
            else purchasing_days / 365.0
        end as lifespan_years
    from summary

),

-- average order × orders per year × lifespan, multiplied out: nothing is rounded
valued as (

    select
        *,
        case
            when total_purchases = 0 then 0
            else {{ money_per('total_spent * 365', 'least(purchasing_days, 365)') }}
        end as historic_clv
    from factors

),

tercile_cuts as (

    select
        tenant_id,
        {{ tercile_cuts('historic_clv') }} as cuts
    from valued
    where total_purchases > 0
    group by tenant_id

),

final as (

    select
        valued.tenant_id,
        valued.customer_id,
        activity_scores.rfm_code,
        activity_scores.segment as rfm_segment_name,
        case
            when valued.total_purchases > 0
                then
                    1 + cast(valued.historic_clv > tercile_cuts.cuts[1] as integer)
                    + cast(valued.historic_clv > tercile_cuts.cuts[2] as integer)
        end as clv_tercile,
        {{ money('valued.historic_clv') }} as historic_clv,
        valued.orders_per_year,
        valued.lifespan_years,
        predictions.churn_probability,
        valued.as_of_date
    from valued
    left join {{ ref('int_customer_predictions') }} as predictions
        on
            valued.tenant_id = predictions.tenant_id
            and valued.customer_id = predictions.customer_id
    left join tercile_cuts
        on valued.tenant_id = tercile_cuts.tenant_id
    left join activity_scores
        on
            valued.tenant_id = activity_scores.tenant_id
            and valued.customer_id = activity_scores.customer_id

)

select * from final
