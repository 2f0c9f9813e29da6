-- With what people come (per 100) and how they found the way (per 100).
create table clients as
select
    (row_number() over () - 1)::utinyint as client_code,
    listed.*,
    coalesce(browser, 'StudioApp') || '/1.0 (' || os || ')' as user_agent
from (
    values
    ('desktop', 'Chrome', 'Windows', 'website', 24),
    ('desktop', 'Edge', 'Windows', 'website', 9),
    ('desktop', 'Firefox', 'Linux', 'website', 4),
    ('desktop', 'Safari', 'macOS', 'website', 10),
    ('desktop', 'Chrome', 'macOS', 'website', 9),
    ('mobile', 'Safari', 'iOS', 'website', 10),
    ('mobile', 'Chrome', 'Android', 'website', 11),
    ('mobile', 'Samsung Internet', 'Android', 'website', 3),
    ('mobile', null, 'iOS', 'mobile_app', 6),
    ('mobile', null, 'Android', 'mobile_app', 6),
    ('tablet', 'Safari', 'iPadOS', 'website', 5),
    ('tablet', 'Chrome', 'Android', 'website', 2),
    (null, null, null, 'website', 1)
) as listed (device_type, browser, os, event_category, weight);

create table client_slots as
select
    (row_number() over (order by client_code, part) - 1)::integer as slot,
    client_code
from (select client_code, unnest(range(weight)) as part from clients) as parts;

create table channels as
select
    (row_number() over () - 1)::utinyint as channel_code,
    listed.*
from (
    values
    ('google', 'organic', null, 'https://www.google.com/', 20),
    ('google', 'cpc', 'brand', 'https://www.google.com/', 8),
    ('google', 'cpc', 'spring_sale', 'https://www.google.com/', 5),
    ('bing', 'cpc', 'brand', 'https://www.bing.com/', 2),
    ('bing', 'organic', null, 'https://www.bing.com/', 3),
    ('(direct)', '(none)', null, null, 21),
    ('facebook', 'paid_social', 'creators', 'https://www.facebook.com/', 6),
    ('facebook', 'social', null, 'https://www.facebook.com/', 3),
    ('instagram', 'social', null, 'https://www.instagram.com/', 5),
    ('tiktok', 'paid_social', 'creators', 'https://www.tiktok.com/', 3),
    ('linkedin', 'social', null, 'https://www.linkedin.com/', 3),
    ('twitter', 'social', null, 'https://twitter.com/', 1),
    ('youtube', 'video', 'tutorials', 'https://www.youtube.com/', 3),
    ('display_network', 'cpm', 'retargeting', 'https://ads.example.net/', 2),
    ('newsletter', 'email', 'monthly_news', null, 4),
    ('newsletter', 'email', 'cart_reminder', null, 1),
    ('newsletter', 'email', 'come_back', null, 0),
    ('partner', 'referral', 'partner_program', 'https://partner.example.org/', 4),
    ('podcast', 'audio', 'creator_talks', null, 1),
    (null, null, null, null, 5)
) as listed (source, medium, campaign, referrer_url, weight);

create table channel_slots as
select
    (row_number() over (order by channel_code, part) - 1)::integer as slot,
    channel_code,
    coalesce(medium = 'email', false) as is_email,
    coalesce(medium in ('social', 'paid_social', 'video'), false) as is_social
from (
    select channel_code, medium, unnest(range(weight)) as part from channels
) as parts;

-- Addresses from the ranges that are reserved for documentation. Most people keep one.
create macro address_of(home, visit_throw) as
    ['192.0.2.', '198.51.100.', '203.0.113.'][1 + pick(home, 3, 3)]
    || (
        1 + if(
            face(visit_throw, 3) < 0.8,
            pick(hash(home), 0, 254),
            pick(visit_throw, 3, 254)
        )
    );
