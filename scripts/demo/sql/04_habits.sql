-- How people differ. per_mille: how many of 1000 are so; level: how often they have come
-- to come, 0 now and then, 1 once a week, 2 three times a week, 3 daily; pace: how many
-- minutes a visit takes; orders: how many there are in all.
create table habits as
with listed as (
    from (
        values
        -- work in the studio, long and often: the most likely buyers of the shop
        ('power', 'professional', 66, 3, 42, 0, 0, 9, 10),
        ('power', 'collector', 5, 3, 40, 3, 6, 9, 10),
        ('core', 'studio', 80, 2, 42, 0, 0, 3, 5),
        ('core', 'maker', 46, 2, 34, 2, 4, 3, 5),
        ('core', 'teammate', 98, 2, 12, 1, 1, 3, 5),
        ('core', 'maker', 44, 2, 13, 0, 0, 3, 5),
        ('core', 'collector', 16, 2, 26, 3, 7, 3, 5),
        ('core', 'patron', 5, 2, 26, 22, 30, 3, 5),
        -- once a week, for a moment
        ('casual', 'shopper', 50, 1, 4, 0, 0, 1, 2),
        ('casual', 'shopper', 206, 1, 6, 1, 1, 1, 2),
        ('casual', 'shopper', 90, 1, 9, 2, 4, 1, 2),
        ('casual', 'tinkerer', 42, 1, 32, 2, 3, 1, 2),
        ('casual', 'evaluator', 36, 1, 30, 0, 0, 1, 2),
        ('needy', 'complainer', 6, 2, 9, 1, 3, 2, 4),
        -- now and then
        ('drifter', 'shopper', 14, 0, 12, 2, 3, 1, 2),
        ('drifter', 'looker', 10, 0, 6, 0, 0, 1, 1),
        -- came, and came no more
        ('lapsed', 'shopper', 42, 1, 14, 1, 1, 1, 3),
        ('lapsed', 'shopper', 36, 1, 14, 2, 4, 1, 3),
        ('lapsed', 'tinkerer', 25, 1, 12, 0, 0, 1, 3),
        ('lapsed', 'maker', 18, 2, 28, 1, 3, 3, 6),
        ('lapsed', 'professional', 3, 3, 40, 1, 2, 8, 10),
        ('glance', 'looker', 34, 0, 4, 0, 0, 1, 1),
        ('glance', 'shopper', 14, 0, 6, 1, 1, 1, 1),
        ('unseen', 'looker', 14, 0, 1, 0, 0, 1, 1)
    ) as habit_list (
        habit, focus, per_mille, level, pace, fewest_orders, most_orders,
        fewest_features, most_features
    )
)

select
    (row_number() over () - 1)::integer as slot,
    parts.* exclude (part)
from (select *, unnest(range(per_mille)) as part from listed) as parts;

-- What people come for: the kinds of their visits, per 100.
create table moods as
with listed as (
    from (
        values
        ('shopper', 'browse', 84), ('shopper', 'task', 14), ('shopper', 'support', 2),
        ('tinkerer', 'task', 84), ('tinkerer', 'browse', 12), ('tinkerer', 'growth', 4),
        ('collector', 'work', 64), ('collector', 'browse', 26),
        ('collector', 'team', 10),
        ('patron', 'work', 64), ('patron', 'browse', 26), ('patron', 'team', 10),
        ('maker', 'work', 68), ('maker', 'team', 14), ('maker', 'browse', 10),
        ('maker', 'growth', 5), ('maker', 'support', 3),
        ('teammate', 'team', 58), ('teammate', 'work', 38), ('teammate', 'support', 4),
        ('studio', 'work', 66), ('studio', 'deep', 14), ('studio', 'team', 12),
        ('studio', 'growth', 6), ('studio', 'support', 2),
        ('evaluator', 'growth', 40), ('evaluator', 'task', 60),
        ('looker', 'light', 88), ('looker', 'browse', 12),
        ('professional', 'deep', 88), ('professional', 'team', 6),
        ('professional', 'growth', 4), ('professional', 'support', 2),
        ('complainer', 'support', 70), ('complainer', 'work', 30)
    ) as mood_list (focus, kind, weight)
),

parts as (
    select *, unnest(range(weight)) as part from listed
)

select
    focus,
    kind,
    (row_number() over (partition by focus order by kind, part) - 1)::integer as slot
from parts;

-- When people are awake: local hours of the day, per 100 sessions.
create table hours as
select
    (row_number() over (order by hour_list.hour, part) - 1)::integer as slot,
    hour_list.hour
from (
    select hour, unnest(range(weight)) as part
    from (
        values
        (0, 2), (1, 1), (6, 2), (7, 4), (8, 6), (9, 8), (10, 8), (11, 7), (12, 6),
        (13, 6), (14, 6), (15, 6), (16, 5), (17, 5), (18, 5), (19, 6), (20, 7),
        (21, 5), (22, 3), (23, 2)
    ) as hour_weights (hour, weight)
) as hour_list;

-- How busy a day of the year is, in percent: quiet in summer and between the years,
-- busiest before Christmas.
create macro season(day) as
    case
        when dayofyear(day) > 357 or dayofyear(day) < 5 then 55
        when month(day) in (7, 8) then 85
        when dayofyear(day) > 318 then 100
        else 94
    end;

-- What a visit weighs when it is decided which visits end with an order.
create macro wish_to_buy(day) as
    case
        when dayofyear(day) between 319 and 357 then 56
        when month(day) in (7, 8) then 15
        else 20
    end;
