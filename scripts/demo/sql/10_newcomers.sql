-- Who they are, how they behave, and when they signed up. Days count from the first day
-- of the data; -1 is the day before it. Habits are dealt out and not thrown: every
-- hundred of people in a row is a small copy of all.
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
        -- more and more people sign up
        (
            getvariable('days')
            - case
                when habits.habit in ('lapsed', 'glance') then 22
                when habits.habit in ('power', 'core') then 14
                else 1
            end
            - floor(wait(joined, 1, getvariable('days') * 0.24))
        )::integer as wanted_day
    from thrown
    inner join habits
        on (thrown.person * 619 + getvariable('seed') % 997) % 1000 = habits.slot
)

select
    * exclude (wanted_day),
    if(
        wanted_day >= 0, wanted_day, -1 - floor(900 * pow(face(joined, 1), 1.5))
    )::integer as signup_day,
    greatest(wanted_day, pick(joined, 2, least(30, getvariable('days'))))::integer
        as start_day
from habitual;
