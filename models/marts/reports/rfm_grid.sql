with scores as (

    select * from {{ ref('rfm_scores') }}

),

facts as (

    select * from {{ ref('int_customer_facts') }}

),

-- cells without a customer have a row too, so that the grid is whole
steps as (

    {% for score in range(1, 6) -%}
    select {{ score }} as score
    {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

models as (

    select
        tenant_id,
        rfm_model
    from scores
    group by tenant_id, rfm_model

),

counted as (

    select
        scores.tenant_id,
        scores.rfm_model,
        scores.r,
        scores.f,
        count(*) as customer_count,
        sum(facts.total_spent) as revenue
    from scores
    inner join facts
        on
            scores.tenant_id = facts.tenant_id
            and scores.customer_id = facts.customer_id
    group by scores.tenant_id, scores.rfm_model, scores.r, scores.f

),

final as (

    select
        models.tenant_id,
        models.rfm_model,
        recency.score as r,
        frequency.score as f,
        coalesce(counted.customer_count, 0) as customer_count,
        cast(coalesce(counted.revenue, 0) as decimal(38, 4)) as revenue
    from models
    cross join steps as recency
    cross join steps as frequency
    left join counted
        on
            models.tenant_id = counted.tenant_id
            and models.rfm_model = counted.rfm_model
            and recency.score = counted.r
            and frequency.score = counted.f

)

select * from final
