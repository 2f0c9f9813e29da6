-- How events arrive: the next night as a rule, some later, some broken.
-- What happened outside the days, or had not arrived by the last night, is not there.
create table arrivals as
with thrown as (
    select
        steps.*,
        dice('arrival', hash(person, session, step)) as arrival
    from steps
    where
        event_at >= getvariable('first_day')::timestamp
        and event_at < getvariable('last_day')::timestamp + interval 1 day
),

loaded as (
    select
        *,
        0::utinyint as delivery,
        -- 1 to 9: what is wrong with the row, when something is to be wrong
        if(
            getvariable('messy') and face(arrival, 2) < 0.004,
            1 + pick(dice('flaw', arrival), 0, 9),
            0
        )::utinyint as flaw,
        if(
            face(arrival, 0) < 0.02, 1 + least(39, wait(arrival, 3, 8)::integer), 0
        ) as late_days,
        date_trunc('day', event_at)
        + to_days(1 + late_days)
        + to_minutes(60 + pick(arrival, 1, 120)) as loaded_at
    from thrown
)

select
    * exclude (arrival, late_days),
    date_trunc('month', loaded_at)::date as load_month
from loaded
where loaded_at < getvariable('last_day')::timestamp + interval 2 days;

drop table steps;
drop table sessions;
drop table visits;
