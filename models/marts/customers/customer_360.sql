{{ config(materialized='view') }}
{#- What each mart gives; the rest of it is reasons and parts, see there. -#}
{%- set parts = {
    'classifications': [
        'lifecycle_stage', 'customer_segment', 'activity_class', 'value_class',
        'engagement_band', 'engagement_tier', 'engagement_level', 'feature_adoption',
        'usage_frequency', 'purchase_behavior', 'support_cost', 'retention_risk',
        'revenue_contribution', 'clv_tier', 'rfm_segment', 'personal_values',
        'personality', 'motivations', 'lifestyle', 'age_group', 'age_band', 'gender',
        'income_bracket', 'traffic_category', 'us_region', 'journey_stage',
    ],
    'journey': ['previous_stage'],
    'demographics': [
        'country_code', 'country_name', 'us_state', 'first_traffic_category',
        'last_traffic_category',
    ],
    'summary': [
        'preferred_category', 'preferred_device', 'preferred_source', 'plan',
        'subscription_status', 'engagement_trend',
    ],
    'customers': ['city', 'occupation', 'industry', 'job_title', 'company_size'],
    'pql': ['missing_signals', 'urgency_signals'],
    'value': ['rfm_code'],
    'ltv': ['growth_potential'],
    'numbers': [
        'demographics.age_years', 'engagement.engagement_score',
        'engagement.commerce_score', 'pql.pql_score', 'value.historic_clv',
        'summary.mrr',
        'summary.total_spent', 'summary.total_refunded', 'summary.avg_order_value',
        'summary.spent_30d', 'summary.total_purchases', 'summary.orders_30d',
        'summary.total_events', 'summary.total_sessions', 'summary.sessions_30d',
        'summary.active_days', 'summary.active_days_28d', 'summary.features_used',
        'summary.features_tried', 'summary.support_tickets', 'summary.last_nps',
        'summary.weeks_declining', 'summary.days_since_active',
        'summary.days_since_signup', 'summary.days_since_purchase',
        'summary.purchase_frequency_days', 'summary.trial_days_remaining',
        'summary.days_since_churn', 'journey.days_in_stage', 'value.churn_probability',
        'ltv.predicted_ltv_1year', 'ltv.expected_orders_90d', 'ltv.confidence_score',
        'pql.is_pql', 'summary.onboarding_completed', 'summary.aha_moment_reached',
        'summary.as_of_date', 'journey.stage_entered_date', 'summary.signed_up_at',
        'summary.first_event_at', 'summary.last_event_at',
        'summary.first_purchase_date',
        'summary.last_purchase_date',
    ],
} -%}
{%- set marts = {
    'classifications': 'customer_classifications', 'journey': 'customer_journey',
    'demographics': 'customer_demographics', 'engagement': 'customer_engagement',
    'pql': 'pql_scores', 'value': 'customer_value',
    'customers': 'int_customers', 'ltv': 'customer_ltv_predictions',
} -%}

with summary as (

    select * from {{ ref('customer_behavior_summary') }}

),

{% for name, mart in marts.items() -%}
{{ name }} as (

    select * from {{ ref(mart) }}

),

{% endfor -%}
final as (

    select
        summary.tenant_id,
        summary.customer_id,
        {% for part, columns in parts.items() -%}
        {% set last_part = loop.last -%}
        {% for column in columns -%}
        {{ column if part == 'numbers' else part ~ '.' ~ column }}
        {{- ',' if not (last_part and loop.last) }}
        {% endfor -%}
        {% endfor %}
    from summary
    {%- for name in marts %}
    left join {{ name }}
        on
            summary.tenant_id = {{ name }}.tenant_id
            and summary.customer_id = {{ name }}.customer_id
    {%- endfor %}

)

select * from final
