{%- set scores = var('scores') -%}

with summary as (

    select * from {{ ref('customer_behavior_summary') }}

),

metrics as (

    select
        *,
        coalesce(days_since_active, days_since_signup) as days_inactive,
        active_days_28d / 4.0 as active_days_per_week,
        avg_session_duration_seconds / 60.0 as avg_session_minutes
    from summary

),

parts as (

    select
        *,
        {% for name, part in scores.engagement.items() -%}
        cast({{ step_points(part) }} as decimal(9, 4)) as {{ name }}_score,
        {% endfor -%}
        {% for name, part in scores.commerce.items() -%}
        {{ capped_points(part) }} as commerce_{{ name }}_score
        {{- ',' if not loop.last }}
        {% endfor %}
    from metrics

),

-- named like the model: the rules of engagement_band refer to its columns so
customer_engagement as (

    select
        *,
        cast(
            {%- for name, part in scores.engagement.items() %}
            {{ '+ ' if not loop.first -}}
            {{ sql_literal(part.weight) }} * {{ name }}_score
            {%- endfor %}
            as decimal(9, 4)
        ) as engagement_score,
        cast(
            {%- for name in scores.commerce %}
            {{ '+ ' if not loop.first }}commerce_{{ name }}_score
            {%- endfor %}
            as decimal(9, 4)
        ) as commerce_score
    from parts

),

final as (

    select
        tenant_id,
        customer_id,
        {{ engagement_band() }} as engagement_band,
        days_inactive,
        engagement_score,
        recency_score,
        frequency_score,
        depth_score,
        breadth_score,
        commerce_score,
        commerce_orders_score,
        commerce_duration_score,
        commerce_events_score,
        commerce_sessions_score,
        active_days_per_week,
        avg_session_minutes,
        as_of_date
    from customer_engagement

)

select * from final
