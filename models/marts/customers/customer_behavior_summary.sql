{%- set parts = [
    'activity', 'active_days', 'session_totals', 'order_totals', 'feature_totals',
    'preferences', 'traffic', 'messages'] -%}
{%- set counts = [
    'total_events', 'total_page_views', 'total_product_views', 'total_add_to_cart',
    'total_cart_views', 'total_checkouts', 'total_wishlist_adds', 'total_reviews',
    'total_shares', 'total_referrals', 'total_purchases', 'orders_30d',
    'total_sessions', 'total_session_seconds', 'bounced_sessions', 'mobile_sessions',
    'desktop_sessions', 'weekly_sessions', 'sessions_30d', 'active_days',
    'active_days_7d', 'active_days_28d', 'active_days_30d', 'actions_30d',
    'features_used', 'features_tried', 'invites_sent', 'shared_items', 'shared_views',
    'comments_made', 'items_created', 'premium_feature_uses', 'integrations_connected',
    'value_moments', 'pricing_views', 'pricing_views_7d', 'upgrade_clicks',
    'sales_content_views', 'competitor_comparisons_30d', 'support_tickets',
    'emails_sent_30d', 'emails_opened_30d', 'emails_clicked_30d', 'sms_sent_30d',
    'sms_opened_30d', 'sms_clicked_30d', 'email_messages_30d',
    'email_messages_opened_30d', 'email_messages_clicked_30d', 'sms_messages_30d',
    'sms_messages_opened_30d', 'sms_messages_clicked_30d',
] -%}

with customers as (

    select * from {{ ref('int_customers') }}

),

as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

joined as (

    select
        customers.*,
        as_of_date.as_of_date,
        as_of_date.as_of_end_at,
        {% for part in parts -%}
        {{ part }}.* exclude (tenant_id, customer_id){{ ',' if not loop.last }}
        {% endfor %}
    from customers
    cross join as_of_date
    {%- for part in parts %}
    left join {{ ref('int_customer_' ~ part) }} as {{ part }}
        on
            customers.tenant_id = {{ part }}.tenant_id
            and customers.customer_id = {{ part }}.customer_id
    {%- endfor %}

),

-- counts of a customer without events are 0
final as (

    select
        tenant_id,
        customer_id,
        preferred_category,
        preferred_device,
        preferred_source,
        first_traffic_source,
        first_traffic_medium,
        last_traffic_source,
        last_traffic_medium,
        plan,
        subscription_status,
        case
            when coalesce(actions_week_0, 0) < coalesce(actions_week_1, 0)
                then 'declining'
            when coalesce(actions_week_0, 0) > coalesce(actions_week_1, 0)
                then 'growing'
            else 'stable'
        end as engagement_trend,
        {% for count in counts -%}
        coalesce({{ count }}, 0) as {{ count }},
        {% endfor -%}
        coalesce(actions_week_0, 0) as weekly_actions,
        case
            {% for week in range(7) -%}
            when not coalesce(
                actions_week_{{ week }} < actions_week_{{ week + 1 }}, false
            )
                then {{ week }}
            {% endfor -%}
            else 7
        end as weeks_declining,
        {{ days_since('last_event_date') }} as days_since_active,
        {{ days_since(local_date('coalesce(signed_up_at, first_event_at)')) }}
            as days_since_signup,
        {{ days_since('last_order_date') }} as days_since_purchase,
        case
            when subscription_status = 'cancelled'
                then {{ days_since(local_date('cancelled_at')) }}
        end as days_since_churn,
        case
            when subscription_status = 'trialing'
                then {{ local_date('trial_ends_at') }} - as_of_date
        end as trial_days_remaining,
        first_event_date_30d - last_event_date_before_30d as return_gap_days,
        {{ money('coalesce(gross_revenue, 0)') }} as gross_revenue,
        {{ money('coalesce(total_refunded, 0)') }} as total_refunded,
        {{ money('coalesce(gross_revenue - total_refunded, 0)') }} as total_spent,
        {{ money('coalesce(gross_revenue_30d - refunded_30d, 0)') }} as spent_30d,
        {{ money_per('(gross_revenue - total_refunded)', 'total_purchases') }}
            as avg_order_value,
        mrr,
        {{ money('coalesce(nullif(mrr, 0), gross_revenue - total_refunded, 0)') }}
            as mrr_or_total_spent,
        {{ money('last_nps') }} as last_nps,
        total_session_seconds / nullif(total_sessions, 0)
            as avg_session_duration_seconds,
        actions_30d / nullif(sessions_30d, 0) as actions_per_session,
        100.0 * coalesce(features_used, 0) / nullif(tenant_features, 0)
            as features_used_percent,
        100.0 * coalesce(features_tried, 0) / nullif(tenant_features, 0)
            as features_tried_percent,
        (last_order_date - first_order_date) / nullif(total_purchases - 1, 0)
            as purchase_frequency_days,
        coalesce(onboarding_completed, false) as onboarding_completed,
        coalesce(first_action, false) as first_action,
        coalesce(aha_moment_reached, false) as aha_moment_reached,
        as_of_date,
        signed_up_at,
        first_event_at,
        last_event_at,
        first_purchase_date,
        last_purchase_date
    from joined

)

select * from final
