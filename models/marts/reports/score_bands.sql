with facts as (

    select * from {{ ref('int_customer_facts') }}

),

-- the bands of the engagement score are those of its dimension; others are a fifth each
banded as (

    select
        'engagement' as score,
        engagement_band as band,
        engagement_score as score_value,
        *
    from facts
    union all
    select
        'commerce' as score,
        {{ score_band('commerce_score') }} as band,
        commerce_score as score_value,
        *
    from facts
    union all
    select
        'pql' as score,
        case
            when is_pql then 'qualified' else {{ score_band('pql_score') }}
        end as band,
        pql_score as score_value,
        *
    from facts

),

counted as (

    select
        tenant_id,
        score,
        band,
        count(*) as customer_count,
        cast(min(score_value) as decimal(9, 4)) as lowest_score,
        cast(max(score_value) as decimal(9, 4)) as highest_score,
        {{ fact_sums() }}
    from banded
    group by tenant_id, score, band

),

final as (

    select
        tenant_id,
        score,
        band,
        row_number() over (
            partition by tenant_id, score order by highest_score desc
        ) as band_number,
        customer_count,
        lowest_score,
        highest_score,
        {{ fact_columns() }},
        cast(
            customer_count / sum(customer_count) over (partition by tenant_id, score)
            as decimal(9, 6)
        ) as share_of_customers,
        as_of_date
    from counted

)

select * from final
