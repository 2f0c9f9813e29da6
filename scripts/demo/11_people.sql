-- In which one or two stretches of days people come, and what they like.
create table people as
with thrown as (
    select
        newcomers.*,
        dice('life', person) as life,
        dice('return', person) as again,
        dice('taste', person) as taste
    from newcomers
),

lived as (
    select
        *,
        case
            when mean_life_days = 1 then 1
            when face(life, 1) < 0.14 and habit not in ('dormant', 'needy')
                then getvariable('days') - start_day
            else
                least(
                    1 + floor(wait(life, 0, mean_life_days))::integer,
                    getvariable('days') - start_day
                )
        end as life_days
    from thrown
),

-- a return comes 95 days or more after the last visit, some only this month
returned as (
    select
        *,
        start_day + life_days + 95 as earliest_return_day,
        case
            when face(again, 0) >= return_chance then null
            when earliest_return_day >= getvariable('days') then null
            when face(again, 1) < 0.12
                then
                    greatest(
                        earliest_return_day,
                        getvariable('days') - 1 - pick(again, 2, 28)
                    )
            else
                earliest_return_day
                + pick(again, 2, getvariable('days') - earliest_return_day)
        end as return_day
    from lived
),

stretched as (
    select
        *,
        if(
            return_day is null,
            0,
            least(
                1 + floor(wait(again, 3, 35))::integer, getvariable('days') - return_day
            )
        ) as return_life_days,
        case
            when habit = 'unseen' then 0
            when habit = 'one_shot' then 1
            else
                1 + round(weekly_sessions * life_days / 7 * (0.4 + 1.2 * face(life, 2)))
        end::integer as first_sessions
    from returned
)

select
    person,
    tenant_of(person) as tenant_id,
    customer_of(person) as customer_id,
    habit,
    focus,
    signup_day,
    start_day,
    life_days,
    first_sessions,
    return_day,
    return_life_days,
    if(
        return_day is null,
        0,
        1 + floor(greatest(weekly_sessions, 0.7) * return_life_days / 7)
    )::integer as return_sessions,
    -- above 1 the visits thin out, below 1 they become more
    case
        when face(life, 3) < 0.2 then 2.4
        when face(life, 3) < 0.35 then 0.5
        else 1
    end as thinning,
    case
        when focus = 'purist' and face(who, 2) < 0.5 then 3.0
        when face(who, 2) < 0.12 then 2.0
        else 1.0
    end as slowness,
    face(dice('mail', person), 0) < 0.6 as reads_mail,
    fewest_features + pick(taste, 0, most_features - fewest_features + 1)
        as feature_count,
    pick(taste, 1, 10) as first_feature,
    pick(taste, 2, 6) as favourite_category,
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
from stretched
inner join city_slots on pick(dice('city', person), 0, 1000) = city_slots.slot
inner join client_slots on pick(dice('client', person), 0, 100) = client_slots.slot
inner join channel_slots on pick(dice('channel', person), 0, 100) = channel_slots.slot
inner join hours on pick(dice('hour', person), 0, 100) = hours.slot
-- whom the time zone brings after the last midnight has not come yet
where signed_up_at < getvariable('last_day')::timestamp + interval 1 day;
