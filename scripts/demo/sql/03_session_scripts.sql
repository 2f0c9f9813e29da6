-- What people do in one session, as lists of steps. The weights of a kind sum to 100;
-- some sessions stop early, so that the funnels leak at every step.
create table script_texts as
from (
    values
    ('glance', 45, 'page_view'),
    ('glance', 30, 'page_view page_view'),
    ('glance', 15, 'page_view product_view'),
    ('glance', 10, 'page_view product_view add_to_cart'),
    ('first', 28, 'page_view page_view onboarding_completed feature_used'),
    ('first', 8, 'page_view page_view'),
    ('first', 26, 'page_view product_view feature_used'),
    ('first', 10, 'page_view pricing_viewed feature_used'),
    ('first', 28, 'page_view feature_used feature_used onboarding_completed'),
    ('discover', 12, 'page_view product_view'),
    ('discover', 30, 'page_view feature_used product_view product_view'),
    ('discover', 32, 'page_view product_view add_to_cart feature_used'),
    ('discover', 15, 'page_view feature_used product_view add_to_cart cart_view'),
    ('discover', 11, 'feature_used product_view add_to_cart cart_view '
        || 'checkout_started'),
    ('activation', 26, 'page_view feature_used aha_moment_reached feature_used'),
    ('activation', 18, 'page_view feature_used integration_connected'),
    ('activation', 24, 'onboarding_completed feature_used aha_moment_reached '
        || 'value_moment'),
    ('activation', 22, 'page_view feature_used item_created feature_used'),
    ('activation', 10, 'page_view invite_sent feature_used premium_feature_used'),
    ('browse', 24, 'page_view product_view feature_used'),
    ('browse', 16, 'feature_used product_view product_view'),
    ('browse', 10, 'search_performed product_view wishlist'),
    ('browse', 20, 'page_view product_view add_to_cart feature_used'),
    ('browse', 8, 'product_view add_to_cart remove_from_cart feature_used'),
    ('browse', 8, 'search_performed product_view add_to_cart cart_view'),
    ('browse', 5, 'product_view add_to_cart cart_view checkout_started'),
    ('browse', 6, 'page_view feature_used review'),
    ('browse', 2, 'product_view feature_used share'),
    ('browse', 1, 'feature_used referral_sent'),
    ('buy', 46, 'product_view add_to_cart cart_view checkout_started purchase'),
    ('buy', 30, 'search_performed product_view add_to_cart cart_view '
        || 'checkout_started purchase'),
    ('buy', 16, 'page_view product_view add_to_cart add_to_cart cart_view '
        || 'checkout_started purchase purchase'),
    ('buy', 8, 'product_view add_to_cart cart_view checkout_started purchase review'),
    ('spree', 40, 'page_view product_view add_to_cart product_view add_to_cart '
        || 'cart_view checkout_started purchase purchase purchase'),
    ('spree', 30, 'product_view add_to_cart add_to_cart cart_view checkout_started '
        || 'purchase purchase'),
    ('spree', 18, 'product_view add_to_cart cart_view checkout_started purchase '
        || 'review share'),
    ('spree', 12, 'product_view add_to_cart cart_view checkout_started purchase '
        || 'referral_sent'),
    ('task', 44, 'page_view feature_used'),
    ('task', 26, 'feature_used feature_used'),
    ('task', 14, 'page_view feature_used item_created'),
    ('task', 10, 'page_view feature_used value_moment'),
    ('task', 4, 'feature_used comment_added'),
    ('task', 2, 'page_view feature_used nps'),
    ('work', 24, 'feature_used feature_used feature_used item_created feature_used'),
    ('work', 18, 'feature_used feature_used item_created feature_used video_rendered'),
    ('work', 16, 'page_view feature_used feature_used feature_used video_rendered '
        || 'item_shared'),
    ('work', 12, 'feature_used feature_used feature_used feature_used feature_used '
        || 'value_moment'),
    ('work', 10, 'feature_used premium_feature_used feature_used feature_used '
        || 'video_rendered feature_used'),
    ('work', 10, 'page_view item_created feature_used feature_used item_shared '
        || 'feature_used feature_used'),
    ('work', 10, 'feature_used feature_used integration_connected feature_used '
        || 'feature_used'),
    ('deep', 26, 'feature_used feature_used feature_used item_created feature_used '
        || 'video_rendered feature_used comment_added feature_used value_moment '
        || 'feature_used feature_used feature_used'),
    ('deep', 24, 'feature_used feature_used premium_feature_used item_created '
        || 'video_rendered video_rendered feature_used feature_used item_shared '
        || 'feature_used shared_item_viewed feature_used feature_used'),
    ('deep', 22, 'feature_used item_created item_created feature_used feature_used '
        || 'feature_used video_rendered feature_used feature_used '
        || 'premium_feature_used feature_used'),
    ('deep', 14, 'feature_used feature_used feature_used integration_connected '
        || 'feature_used invite_sent comment_added feature_used feature_used '
        || 'feature_used feature_used'),
    ('deep', 14, 'feature_used feature_used feature_used video_rendered '
        || 'feature_used video_rendered feature_used feature_used feature_used '
        || 'feature_used feature_used nps'),
    ('team', 26, 'shared_item_viewed comment_added feature_used feature_used '
        || 'comment_added feature_used'),
    ('team', 22, 'shared_item_viewed comment_added comment_added feature_used '
        || 'feature_used feature_used'),
    ('team', 18, 'feature_used feature_used item_shared invite_sent feature_used'),
    ('team', 18, 'item_created feature_used item_shared item_shared feature_used'),
    ('team', 16, 'invite_sent shared_item_viewed feature_used feature_used '
        || 'feature_used feature_used'),
    ('light', 40, 'page_view'),
    ('light', 32, 'page_view page_view page_view'),
    ('light', 15, 'page_view feature_used'),
    ('light', 6, 'page_view nps'),
    ('light', 7, 'page_view product_view page_view'),
    ('growth', 26, 'page_view feature_used pricing_viewed'),
    ('growth', 22, 'feature_used pricing_viewed upgrade_clicked'),
    ('growth', 18, 'feature_used sales_content_viewed pricing_viewed'),
    ('growth', 18, 'pricing_viewed competitor_compared feature_used'),
    ('growth', 16, 'feature_used feature_used pricing_viewed upgrade_clicked'),
    ('support', 50, 'feature_used support_ticket'),
    ('support', 30, 'support_ticket feature_used support_ticket'),
    ('support', 20, 'feature_used support_ticket nps')
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
