{%- set lifetime_counts = {
    'total_page_views': 'page_view', 'total_product_views': 'product_view',
    'total_add_to_cart': 'add_to_cart', 'total_cart_views': 'cart_view',
    'total_checkouts': 'checkout', 'total_wishlist_adds': 'wishlist',
    'total_reviews': 'review', 'total_shares': 'share', 'total_referrals': 'referral',
    'invites_sent': 'invite', 'shared_items': 'shared_item',
    'shared_views': 'shared_view',
    'comments_made': 'comment', 'items_created': 'item_created',
    'premium_feature_uses': 'premium_feature', 'integrations_connected': 'integration',
    'value_moments': 'value_moment', 'pricing_views': 'pricing_view',
    'upgrade_clicks': 'upgrade_click', 'sales_content_views': 'sales_content',
    'support_tickets': 'support_ticket',
} -%}
{%- set counts_30d = {
    'actions_30d': 'action', 'competitor_comparisons_30d': 'competitor_comparison',
    'emails_sent_30d': 'email_sent', 'emails_opened_30d': 'email_open',
    'emails_clicked_30d': 'email_click', 'sms_sent_30d': 'sms_sent',
    'sms_opened_30d': 'sms_open', 'sms_clicked_30d': 'sms_click',
} -%}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

event_days as (

    select
        daily.*,
        as_of_date.as_of_date - daily.event_date as days_ago
    from {{ ref('int_customer_event_days') }} as daily
    cross join as_of_date
    where daily.event_date <= as_of_date.as_of_date

),

roles as (

    select * from {{ ref('int_event_type_roles') }}

),

role_days as (

    select
        event_days.*,
        roles.* exclude (event_type, is_inbound),
        coalesce(roles.is_inbound, true) as is_inbound
    from event_days
    left join roles
        on event_days.event_type = roles.event_type

),

-- what was done to a customer, as a message sent, is none of their activity;
-- money: a refund, whichever its sign, and a purchase below zero lower what was spent
lifetime as (

    select
        tenant_id,
        customer_id,
        {{ event_total('is_inbound') }} as total_events,
        {% for name, role in lifetime_counts.items() -%}
        {{ event_total('is_' ~ role) }} as {{ name }},
        {% endfor -%}
        {{ revenue_total('is_purchase') }} as gross_revenue,
        {{ refund_total('true') }} as total_refunded,
        coalesce(bool_or(is_onboarding_completed), false) as onboarding_completed,
        coalesce(bool_or(is_action), false) as first_action,
        coalesce(bool_or(is_aha_moment), false) as aha_moment_reached,
        max(case when is_inbound then event_date end) as last_event_date,
        min(case when is_inbound and days_ago < 30 then event_date end)
            as first_event_date_30d,
        max(case when is_inbound and days_ago >= 30 then event_date end)
            as last_event_date_before_30d,
        min(case when is_inbound then first_event_at end) as first_event_at,
        max(case when is_inbound then last_event_at end) as last_event_at
    from role_days
    group by tenant_id, customer_id

),

-- what only looks back eight weeks reads no more than that
recent as (

    select
        tenant_id,
        customer_id,
        {% for name, role in counts_30d.items() -%}
        {{ event_total('is_' ~ role ~ ' and days_ago < 30') }} as {{ name }},
        {% endfor -%}
        {{ event_total('is_pricing_view and days_ago < 7') }} as pricing_views_7d,
        {% for week in range(8) -%}
        {{ event_total(
            'is_action and days_ago between ' ~ 7 * week ~ ' and ' ~ (7 * week + 6)
        ) }} as actions_week_{{ week }},
        {% endfor -%}
        {{ revenue_total('is_purchase and days_ago < 30') }} as gross_revenue_30d,
        {{ refund_total('days_ago < 30') }} as refunded_30d
    from role_days
    where days_ago < 56
    group by tenant_id, customer_id

),

nps as (

    select
        tenant_id,
        customer_id,
        max_by(last_event_value, {{ tuple_of(['last_event_at', 'event_type']) }})
            as last_nps
    from role_days
    where
        is_nps
        and last_event_value is not null
    group by tenant_id, customer_id

),

final as (

    select
        lifetime.*,
        recent.* exclude (tenant_id, customer_id),
        nps.last_nps
    from lifetime
    left join recent
        on
            lifetime.tenant_id = recent.tenant_id
            and lifetime.customer_id = recent.customer_id
    left join nps
        on
            lifetime.tenant_id = nps.tenant_id
            and lifetime.customer_id = nps.customer_id

)

select * from final
