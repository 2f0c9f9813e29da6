{#- What an event type can be: the values that seeds/event_roles.csv may use. -#}
{% macro event_role_names() %}
    {{ return([
        'page_view', 'product_view', 'add_to_cart', 'cart_view', 'checkout', 'purchase',
        'refund', 'wishlist', 'review', 'share', 'referral', 'action', 'feature_use',
        'onboarding_completed', 'aha_moment', 'value_moment', 'premium_feature',
        'integration', 'item_created', 'invite', 'shared_item', 'shared_view', 'comment',
        'pricing_view', 'upgrade_click', 'sales_content', 'competitor_comparison',
        'support_ticket', 'nps', 'email_sent', 'email_open', 'email_click', 'sms_sent',
        'sms_open', 'sms_click', 'social_click',
    ]) }}
{% endmacro %}
