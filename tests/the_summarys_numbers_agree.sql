with summary as (

    select * from {{ ref('customer_behavior_summary') }}

),

final as (

    select
        tenant_id,
        customer_id
    from summary
    where
        total_spent <> gross_revenue - total_refunded
        or gross_revenue < 0
        or total_refunded < 0
        or (total_purchases = 0 and gross_revenue > 0)
        or (total_purchases = 0) <> (days_since_purchase is null)
        or (total_events = 0) <> (days_since_active is null)
        or (total_events = 0) <> (active_days = 0)
        or (total_events > 0 and total_sessions = 0)
        or not active_days_7d <= active_days_28d
        or not active_days_28d <= active_days_30d
        or not active_days_30d <= active_days
        or active_days_7d > 7
        or active_days_28d > 28
        or active_days_30d > 30
        or weekly_sessions > sessions_30d
        or sessions_30d > total_sessions
        or bounced_sessions > total_sessions
        or orders_30d > total_purchases
        or features_used > features_tried
        or weekly_actions > actions_30d
        or least(
            days_since_active, days_since_signup, days_since_purchase, days_since_churn
        ) < 0

)

select * from final
