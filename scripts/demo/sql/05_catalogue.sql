-- Sixty products in six categories, fourteen features, and the names of small things.
create table products as
select
    (categories.place * 10 + sizes.place)::utinyint as product_code,
    'p-' || lpad((categories.place * 10 + sizes.place + 1)::varchar, 3, '0')
        as product_id,
    sizes.label || ' ' || categories.noun as product_name,
    categories.category as product_category,
    cast(categories.base_price * sizes.factor as decimal(18, 2)) as price_usd
from (
    values
    (0, 'Templates', 'Template Pack', 4.90),
    (1, 'Stock Footage', 'Footage Bundle', 12.00),
    (2, 'Music', 'Music Licence', 7.50),
    (3, 'Courses', 'Editing Course', 24.00),
    (4, 'Plugins', 'Effects Plugin', 19.90),
    (5, 'Equipment', 'Studio Kit', 89.00)
) as categories (place, category, noun, base_price)
cross join (
    values
    (0, 'Mini', 0.50), (1, 'Basic', 0.75), (2, 'Classic', 1.00), (3, 'Urban', 1.00),
    (4, 'Nature', 1.10), (5, 'Retro', 1.25), (6, 'Cinematic', 1.60), (7, 'Pro', 2.20),
    (8, 'Team', 3.50), (9, 'Ultimate', 5.00)
) as sizes (place, label, factor);

-- The last three are what feature_used never is: premium_feature_used has them.
-- The fourteenth feature is video_rendered, which names no feature of its own.
create table features as
select
    (row_number() over () - 1)::utinyint as feature_code,
    feature
from (
    values
    ('timeline_editor'), ('templates'), ('text_overlays'), ('transitions'),
    ('music_library'), ('screen_recorder'), ('cloud_import'), ('color_grading'),
    ('subtitles'), ('analytics_dashboard'),
    ('brand_kit'), ('ai_captions'), ('batch_export')
) as listed (feature);

create table pages as
select
    (row_number() over () - 1)::utinyint as page_code,
    page_path
from (
    values
    ('/'), ('/'), ('/'), ('/features'), ('/blog'), ('/blog/editing-tips'),
    ('/account'), ('/templates')
) as listed (page_path);
