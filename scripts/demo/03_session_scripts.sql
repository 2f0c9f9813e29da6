-- What people do in one session, as lists of steps. The weights of a kind sum to 100;
-- some sessions stop early, so that the funnels leak at every step.
create table script_texts as
from (
    values
    ('glance', 45, 'page_view'),
    ('glance', 25, 'page_view page_view'),
    ('glance', 14, 'page_view product_view'),
    ('glance', 8, 'page_view product_view add_to_cart'),
    ('glance', 8, 'product_view add_to_cart cart_view checkout_started purchase'),
    ('first', 28, 'page_view page_view onboarding_completed feature_used'),
    ('first', 24, 'page_view page_view'),
    ('first', 20, 'page_view product_view product_view'),
    ('first', 10, 'page_view pricing_viewed page_view'),
    ('first', 18, 'page_view feature_used feature_used onboarding_completed'),
    ('discover', 26, 'page_view product_view'),
    ('discover', 22, 'page_view search_performed product_view product_view'),
    ('discover', 16, 'page_view product_view product_view add_to_cart'),
    ('discover', 12, 'page_view product_view add_to_cart cart_view'),
    ('discover', 9, 'page_view product_view add_to_cart cart_view checkout_started'),
    ('discover', 15, 'page_view product_view add_to_cart cart_view '
        || 'checkout_started purchase'),
    ('activation', 26, 'page_view feature_used aha_moment_reached feature_used'),
    ('activation', 18, 'page_view feature_used integration_connected'),
    ('activation', 24, 'onboarding_completed feature_used aha_moment_reached '
        || 'value_moment'),
    ('activation', 22, 'page_view feature_used item_created feature_used'),
    ('activation', 10, 'page_view invite_sent feature_used premium_feature_used'),
    ('shop', 13, 'page_view product_view'),
    ('shop', 17, 'page_view product_view product_view'),
    ('shop', 9, 'page_view search_performed product_view product_view wishlist'),
    ('shop', 12, 'page_view product_view product_view add_to_cart'),
    ('shop', 4, 'product_view add_to_cart cart_view remove_from_cart product_view'),
    ('shop', 9, 'page_view search_performed product_view add_to_cart cart_view'),
    ('shop', 6, 'page_view product_view add_to_cart cart_view checkout_started'),
    ('shop', 13, 'product_view add_to_cart cart_view checkout_started purchase'),
    ('shop', 7, 'page_view search_performed product_view add_to_cart add_to_cart '
        || 'cart_view checkout_started purchase purchase'),
    ('shop', 3, 'product_view add_to_cart product_view add_to_cart cart_view '
        || 'checkout_started purchase purchase purchase purchase'),
    ('shop', 4, 'page_view product_view review'),
    ('shop', 2, 'product_view share'),
    ('shop', 1, 'page_view product_view referral_sent'),
    ('spree', 50, 'product_view add_to_cart cart_view checkout_started purchase'),
    ('spree', 28, 'page_view product_view add_to_cart product_view add_to_cart '
        || 'cart_view checkout_started purchase purchase purchase'),
    ('spree', 12, 'product_view add_to_cart checkout_started purchase review share'),
    ('spree', 10, 'page_view product_view wishlist product_view referral_sent'),
    ('work', 24, 'page_view feature_used feature_used'),
    ('work', 18, 'feature_used feature_used item_created feature_used'),
    ('work', 16, 'page_view feature_used video_rendered'),
    ('work', 12, 'page_view feature_used feature_used value_moment'),
    ('work', 10, 'feature_used premium_feature_used feature_used video_rendered'),
    ('work', 10, 'page_view item_created feature_used feature_used item_shared'),
    ('work', 10, 'page_view feature_used'),
    ('deep', 26, 'page_view feature_used feature_used feature_used item_created '
        || 'feature_used video_rendered feature_used comment_added feature_used '
        || 'value_moment feature_used'),
    ('deep', 24, 'feature_used feature_used premium_feature_used item_created '
        || 'video_rendered video_rendered feature_used feature_used item_shared '
        || 'feature_used shared_item_viewed feature_used'),
    ('deep', 22, 'page_view feature_used item_created item_created feature_used '
        || 'feature_used feature_used video_rendered feature_used feature_used '
        || 'premium_feature_used feature_used'),
    ('deep', 14, 'feature_used feature_used integration_connected feature_used '
        || 'feature_used invite_sent comment_added feature_used feature_used'),
    ('deep', 14, 'page_view feature_used feature_used video_rendered feature_used nps'),
    ('team', 26, 'shared_item_viewed comment_added'),
    ('team', 22, 'page_view shared_item_viewed shared_item_viewed comment_added '
        || 'comment_added'),
    ('team', 18, 'feature_used item_shared invite_sent'),
    ('team', 18, 'item_created item_shared item_shared'),
    ('team', 16, 'page_view invite_sent shared_item_viewed feature_used'),
    ('light', 40, 'page_view'),
    ('light', 30, 'page_view page_view page_view'),
    ('light', 14, 'page_view feature_used'),
    ('light', 7, 'page_view nps'),
    ('light', 6, 'page_view product_view page_view'),
    ('light', 2, 'page_view debug_ping'),
    ('light', 1, 'beta_banner_shown page_view'),
    ('growth', 26, 'page_view pricing_viewed'),
    ('growth', 22, 'pricing_viewed upgrade_clicked'),
    ('growth', 18, 'page_view sales_content_viewed pricing_viewed'),
    ('growth', 18, 'pricing_viewed competitor_compared pricing_viewed'),
    ('growth', 16, 'feature_used premium_feature_used pricing_viewed upgrade_clicked'),
    ('support', 50, 'page_view support_ticket'),
    ('support', 30, 'support_ticket page_view support_ticket'),
    ('support', 20, 'support_ticket nps')
) as listed (kind, weight, steps);

create table scripts as
with numbered as (
    select row_number() over () as script, kind, weight, steps from script_texts
),

coded as (
    select
        split_up.script,
        list(event_types.type_code order by split_up.place) as step_codes
    from (
        select
            script,
            unnest(string_split(steps, ' ')) as event_type,
            generate_subscripts(string_split(steps, ' '), 1) as place
        from numbered
    ) as split_up
    inner join event_types on split_up.event_type = event_types.event_type
    group by split_up.script
),

slots as (
    select script, kind, unnest(range(weight)) as part from numbered
)

select
    slots.kind,
    (row_number() over (partition by slots.kind order by slots.script, slots.part) - 1)
        ::integer as slot,
    coded.step_codes
from slots
inner join coded on slots.script = coded.script;
