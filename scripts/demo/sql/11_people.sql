-- When people take which step up, when they stop or pause, and what they like.
create table people as
with thrown as (
    select
        newcomers.*,
        dice('life', person) as life,
        dice('pause', person) as pause,
        dice('taste', person) as taste,
        -- on this day all who had been silent for a month were written to
        greatest(getvariable('days') - 75, 0)::integer as campaign_day
    from newcomers
),

lived as (
    select
        *,
        -- the day after the last one
        case
            when habit = 'unseen' then start_day
            when habit = 'glance' then start_day + 1
            when habit = 'lapsed'
                then
                    greatest(
                        start_day + 1,
                                                least(
                            getvariable('days') - 15,
                            start_day + 1
                            + floor(
                                (getvariable('days') - 15 - start_day)
                                * pow(face(life, 0), 0.8)
                            )
                        )
                    )
            else getvariable('days')
        end::integer as stop_day
    from thrown
),

-- most of those who work hard took to it only lately
grown as (
    select
        *,
        case
            when level < 1 or habit = 'glance' then stop_day
            else start_day + 7
        end::integer as weekly_from,
        case
            when level < 2 then stop_day
            when face(life, 2) < 0.12 then start_day + 6
            else greatest(start_day + 4, stop_day - 24 - wait(life, 3, 16))
        end::integer as often_from,
        case
            when level < 3 then stop_day
            when face(life, 2) < 0.08 then start_day + 14
            else greatest(start_day + 8, stop_day - 20 - wait(life, 2, 14))
        end::integer as daily_from
    from lived
),

-- some pause: many came back when they were written to, others after a quarter or longer
paused as (
    select
        *,
        case
            when habit not in ('core', 'casual', 'power', 'drifter') then null
            when face(pause, 0) > 0.25 then null
            when face(pause, 1) < 0.4 then campaign_day + pick(pause, 2, 6)
            else getvariable('days') - 1 - pick(pause, 2, 112)
        end as wanted_return_day,
        wanted_return_day
        - if(face(pause, 1) < 0.4, 45, 95)
        - pick(pause, 3, 50) as wanted_pause_day
    from grown
)

select
    person,
    tenant_of(person) as tenant_id,
    customer_of(person) as customer_id,
    habit,
    focus,
    signup_day,
    start_day,
    stop_day,
    least(weekly_from, stop_day) as weekly_from,
    least(often_from, stop_day) as often_from,
    least(daily_from, stop_day) as daily_from,
    campaign_day,
    if(wanted_pause_day > start_day, wanted_pause_day, null)::integer as pause_day,
    if(wanted_pause_day > start_day, wanted_return_day, null)::integer as return_day,
    pace,
    -- nobody buys in the first weeks
    if(
        stop_day - start_day < 18 and habit not in ('lapsed', 'glance'),
        0,
        fewest_orders + pick(life, 1, most_orders - fewest_orders + 1)
    ) as order_count,
    face(dice('mail', person), 0) < 0.6 as reads_mail,
    fewest_features + pick(taste, 0, most_features - fewest_features + 1)
        as feature_count,
    pick(taste, 1, 10) as first_feature,
    if(focus in ('collector', 'patron'), 3 + pick(taste, 2, 3), pick(taste, 2, 6))
        as favourite_category,
    face(taste, 3) as contentment,
    city_slots.city_code,
    city_slots.utc_hours,
    client_slots.client_code,
    channel_slots.channel_code,
    -- three in a hundred are known from their events only
    face(who, 3) >= 0.03 as has_profile,
    getvariable('first_day')::timestamp
    + to_days(signup_day)
    + to_hours(hours.hour - city_slots.utc_hours)
    + to_seconds(pick(joined, 3, 3600)) as signed_up_at
from paused
inner join city_slots on pick(dice('city', person), 0, 1000) = city_slots.slot
inner join client_slots on pick(dice('client', person), 0, 100) = client_slots.slot
inner join channel_slots on pick(dice('channel', person), 0, 100) = channel_slots.slot
inner join hours on pick(dice('hour', person), 0, 100) = hours.slot
-- whom the time zone brings after the last midnight has not come yet
where signed_up_at < getvariable('last_day')::timestamp + interval 1 day;
