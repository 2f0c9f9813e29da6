-- 3 in 1000 rows are there twice; of what is messy, 2 in 1000 events are sent again with
-- another content.
insert into arrivals
with thrown as (
    select
        arrivals.*,
        dice('again', hash(person, session, step)) as again
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
        )
    from thrown
    where face(again, 0) < if(getvariable('messy'), 0.005, 0.003)
)

select
    *,
    date_trunc('month', loaded_at)::date as load_month
from repeated
where loaded_at < getvariable('last_day')::timestamp + interval 2 days;
