-- How events arrive: the next night as a rule, some later, some broken, some twice.
-- What happened outside the days, or had not arrived by the last night, is not there.
create table arrivals as
with thrown as (
    select
        steps.*,
        dice('arrival', hash(person, session, step)) as arrival,
    from steps
    where
        event_at >= getvariable('first_day')::timestamp
        and event_at < getvariable('last_day')::timestamp + interval 1 day
),

loaded as (
    select
        *,
        0::utinyint as delivery,
        -- 1 to 7: what is wrong with the row
        if(
            face(arrival, 2) < 0.003, 1 + pick(dice('flaw', arrival), 0, 7), 0
        )::utinyint as flaw,
        date_trunc('day', event_at)
        + to_days(
            1
            + if(face(arrival, 0) < 0.02, 1 + least(39, wait(arrival, 3, 8)::integer), 0)
        )
        + to_minutes(60 + pick(arrival, 1, 120)) as loaded_at,
    from thrown
)

select
    * exclude (arrival),
    date_trunc('month', loaded_at)::date as load_month,
from loaded
where loaded_at < getvariable('last_day')::timestamp + interval 2 days;

-- 3 in 1000 rows are there twice, 2 in 1000 events are sent again with another content.
insert into arrivals
with thrown as (
    select
        arrivals.*,
        dice('again', hash(person, session, step)) as again,
    from arrivals
),

repeated as (
    select
        * exclude (again, load_month)
        replace (
            if(face(again, 0) < 0.003, 1, 2)::utinyint as delivery,
            if(
                face(again, 0) < 0.003,
                loaded_at,
                loaded_at + to_days(1 + pick(again, 1, 10))
            ) as loaded_at
        ),
    from thrown
    where face(again, 0) < 0.005
)

select
    *,
    date_trunc('month', loaded_at)::date as load_month,
from repeated
where loaded_at < getvariable('last_day')::timestamp + interval 2 days;

drop table steps;
drop table sessions;
drop table visits;
