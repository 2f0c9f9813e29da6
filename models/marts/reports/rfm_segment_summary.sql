with scores as (

    select * from {{ ref('rfm_scores') }}

),

facts as (

    select * from {{ ref('int_customer_facts') }}

),

actions as (

    select *
    from {{ ref('segment_actions') }}
    where dimension = 'rfm_segment'

),

joined as (

    select
        facts.*,
        scores.rfm_model,
        coalesce(scores.segment, 'Unknown') as segment,
        scores.recency,
        scores.frequency
    from scores
    inner join facts
        on
            scores.tenant_id = facts.tenant_id
            and scores.customer_id = facts.customer_id

),

counted as (

    select
        tenant_id,
        rfm_model,
        segment,
        count(*) as customer_count,
        median(recency) as median_recency,
        median(frequency) as median_frequency,
        {{ fact_sums() }}
    from joined
    group by tenant_id, rfm_model, segment

),

final as (

    select
        counted.tenant_id,
        counted.rfm_model,
        counted.segment,
        actions.goal,
        actions.action,
        counted.customer_count,
        counted.median_recency,
        counted.median_frequency,
        {{ fact_columns() }},
        cast(
            counted.customer_count / sum(counted.customer_count) over (
                partition by counted.tenant_id, counted.rfm_model
            ) as decimal(9, 6)
        ) as share_of_customers,
        counted.as_of_date
    from counted
    left join actions on counted.segment = actions.dimension_value

)

select * from final
