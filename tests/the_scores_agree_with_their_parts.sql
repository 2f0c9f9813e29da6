with engagement as (

    select * from {{ ref('customer_engagement') }}

),

pql as (

    select * from {{ ref('pql_scores') }}

),

customer_values as (

    select * from {{ ref('customer_value') }}

),

final as (

    select
        engagement.tenant_id,
        engagement.customer_id
    from engagement
    full outer join pql
        on
            engagement.tenant_id = pql.tenant_id
            and engagement.customer_id = pql.customer_id
    full outer join customer_values
        on
            engagement.tenant_id = customer_values.tenant_id
            and engagement.customer_id = customer_values.customer_id
    where
        engagement.customer_id is null
        or pql.customer_id is null
        or customer_values.customer_id is null
        or engagement.engagement_score not between 0 and 100
        or engagement.engagement_score not between
        least(
            engagement.recency_score, engagement.frequency_score,
            engagement.depth_score, engagement.breadth_score
        )
        and greatest(
            engagement.recency_score, engagement.frequency_score,
            engagement.depth_score, engagement.breadth_score
        )
        or engagement.commerce_score not between 0 and 100
        or engagement.commerce_score
        != engagement.commerce_orders_score + engagement.commerce_duration_score
        + engagement.commerce_events_score + engagement.commerce_sessions_score
        or pql.pql_score not between 0 and 100
        or pql.behavioral_points > pql.behavioral_points_possible
        or pql.firmographic_points > pql.firmographic_points_possible
        or pql.engagement_points > pql.engagement_points_possible
        or (pql.urgency_multiplier = 1) != (pql.urgency_signals is null)

)

select * from final
