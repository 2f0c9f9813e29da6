-- Who they are, how they behave, and when they signed up. Days count from the first day
-- of the data; -1 is the day before it.
create table newcomers as
with thrown as (
    select
        person::integer as person,
        dice('person', person) as who,
        dice('signup', person) as joined
    from range(getvariable('customers')) as everyone (person)
),

habitual as (
    select
        thrown.*,
        habits.* exclude (slot),
        case
            when habits.habit = 'power' and face(who, 1) < 0.35 then 'purist'
            when habits.habit = 'power' then 'professional'
            when habits.habit = 'needy' then 'complainer'
            when habits.habit = 'core' and face(who, 1) < 0.2 then 'collector'
            when habits.habit = 'core' and face(who, 1) < 0.45 then 'teammate'
            when habits.habit = 'core' then 'builder'
            when face(who, 1) < if(tenant_of(person) = 'globex', 0.72, 0.42)
                then 'shopper'
            when face(who, 1) < 0.78 then 'maker'
            when face(who, 1) < 0.82 then 'teammate'
            when face(who, 1) < 0.92 then 'evaluator'
            else 'looker'
        end as focus,
        case
            when habits.habit = 'dormant'
                then pick(joined, 1, getvariable('days') * 0.45)
            when face(joined, 0) < if(habits.habit in ('core', 'power'), 0.12, 0.32)
                then -1 - floor(900 * pow(face(joined, 1), 1.5))::integer
            -- more and more people sign up, and more and more of the eager ones
            else
                floor(
                    getvariable('days')
                    * pow(
                        face(joined, 1),
                        if(habits.habit in ('core', 'power'), 0.35, 0.6)
                    )
                )::integer
        end as signup_day
    from thrown
    inner join habits on pick(thrown.who, 0, 1000) = habits.slot
)

select
    *,
    if(
        signup_day >= 0,
        signup_day,
        floor(getvariable('days') * 0.7 * pow(face(joined, 2), 2))::integer
    ) as start_day
from habitual;
