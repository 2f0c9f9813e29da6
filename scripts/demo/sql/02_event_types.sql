-- What can happen, on which page and about what. The code is the place in the list.
create table event_types as
select
    row_number() over ()::utinyint as type_code,
    listed.*
from (
    values
    ('page_view', 'website', '/', 'page'),
    ('search_performed', 'website', '/search', 'query'),
    ('product_view', 'website', '/products/', 'product'),
    ('add_to_cart', 'website', '/products/', 'product'),
    ('remove_from_cart', 'website', '/cart', 'product'),
    ('cart_view', 'website', '/cart', null),
    ('checkout_started', 'website', '/checkout', null),
    ('purchase', 'website', '/checkout/thank-you', 'order'),
    ('refund', 'website', null, 'order'),
    ('wishlist', 'website', '/products/', 'product'),
    ('review', 'website', '/products/', 'rating'),
    ('share', 'website', '/products/', 'product'),
    ('referral_sent', 'website', '/refer-a-friend', null),
    ('feature_used', 'website', '/studio', 'feature'),
    ('video_rendered', 'website', '/studio/render', 'video'),
    ('premium_feature_used', 'website', '/studio', 'premium_feature'),
    ('integration_connected', 'website', '/settings/integrations', 'integration'),
    ('item_created', 'website', '/studio/new', null),
    ('invite_sent', 'website', '/team/invite', null),
    ('item_shared', 'website', '/studio/share', null),
    ('shared_item_viewed', 'website', '/shared', null),
    ('comment_added', 'website', '/shared', null),
    ('onboarding_completed', 'website', '/welcome', null),
    ('aha_moment_reached', 'website', '/studio', null),
    ('value_moment', 'website', '/studio', null),
    ('pricing_viewed', 'website', '/pricing', null),
    ('upgrade_clicked', 'website', '/pricing', null),
    ('sales_content_viewed', 'website', '/case-studies', null),
    ('competitor_compared', 'website', '/compare', null),
    ('support_ticket', 'website', '/help/contact', 'ticket'),
    ('nps', 'website', '/survey', 'score'),
    ('email_sent', 'email', null, 'message'),
    ('email_open', 'email', null, 'message'),
    ('email_click', 'email', null, 'message'),
    ('sms_sent', 'sms', null, 'message'),
    ('sms_open', 'sms', null, 'message'),
    ('sms_click', 'sms', null, 'message'),
    ('social_click', 'social_media', null, null)
) as listed (event_type, event_category, page_path, subject);

create macro type_code(name) as (
    select event_types.type_code from event_types where event_types.event_type = name
);
