-- How people differ: how many of 1000 they are, how often they come, for how many days,
-- whether they return after a long silence, and how many features they try.
create table habits as
with listed as (
    from (
        values
        ('unseen', 40, 0.0, 1, 0.00, 1, 1),
        ('one_shot', 262, 0.0, 1, 0.03, 1, 1),
        ('casual', 340, 0.20, 140, 0.10, 1, 4),
        ('regular', 140, 0.55, 120, 0.15, 1, 8),
        ('core', 38, 3.0, 45, 0.15, 3, 6),
        ('power', 9, 7.2, 55, 0.10, 8, 10),
        ('needy', 7, 3.0, 100, 0.10, 2, 5),
        ('dormant', 164, 0.9, 16, 0.12, 1, 3)
    ) as habit_list (
        habit, per_mille, weekly_sessions, mean_life_days, return_chance,
        fewest_features, most_features
    )
)

select
    (row_number() over () - 1)::integer as slot,
    parts.* exclude (part)
from (select *, unnest(range(per_mille)) as part from listed) as parts;

-- What people come for: the kinds of their sessions, per 100.
create table moods as
with listed as (
    from (
        values
        ('shopper', 'shop', 64), ('shopper', 'light', 22), ('shopper', 'work', 6),
        ('shopper', 'growth', 3), ('shopper', 'support', 5),
        ('collector', 'spree', 55), ('collector', 'shop', 30),
        ('collector', 'light', 12), ('collector', 'support', 3),
        ('builder', 'deep', 34), ('builder', 'work', 40), ('builder', 'team', 14),
        ('builder', 'shop', 6), ('builder', 'growth', 4), ('builder', 'support', 2),
        ('maker', 'work', 50), ('maker', 'team', 14), ('maker', 'shop', 12),
        ('maker', 'light', 12), ('maker', 'growth', 7), ('maker', 'support', 5),
        ('teammate', 'team', 50), ('teammate', 'work', 30), ('teammate', 'light', 10),
        ('teammate', 'shop', 5), ('teammate', 'support', 5),
        ('evaluator', 'growth', 32), ('evaluator', 'light', 28),
        ('evaluator', 'work', 28), ('evaluator', 'shop', 8),
        ('evaluator', 'support', 4),
        ('looker', 'light', 88), ('looker', 'shop', 12),
        ('professional', 'deep', 68), ('professional', 'team', 14),
        ('professional', 'shop', 8), ('professional', 'growth', 6),
        ('professional', 'support', 4),
        ('purist', 'deep', 84), ('purist', 'team', 10), ('purist', 'growth', 6),
        ('complainer', 'support', 58), ('complainer', 'work', 26),
        ('complainer', 'light', 16)
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
