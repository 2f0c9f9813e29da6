-- What each customer's account went through. Who works hard pays more often, but large
-- plans also lie idle.
create table plans as
from (
    values
    ('starter', 19.00, 0), ('pro', 79.00, 1), ('enterprise', 249.00, 2),
    ('enterprise', 599.00, 3)
) as listed (plan, usd_a_month, place);

create table subscribers as
with thrown as (
    select
        people.*,
        cities.currency,
        cities.per_usd,
        cities.coin,
        dice('plan', person) as plan_throw,
        dice('course', person) as course,
        date_diff(
            'day', signed_up_at, getvariable('last_day')::timestamp + interval 1 day
        ) as days_since_signup
    from people
    inner join cities on people.city_code = cities.city_code
    where people.has_profile or people.habit = 'unseen'
),

placed as (
    select
        *,
        case
            when face(plan_throw, 0) < 0.45 then 0
            when face(plan_throw, 0) < 0.85 then 1
            when face(plan_throw, 0) < 0.95 then 2
            else 3
        end as plan_place,
        case
            when habit in ('power', 'core') and face(course, 0) < 0.55 then 'paying'
            when habit in ('power', 'core') and face(course, 0) < 0.85 then 'converted'
            when habit = 'lapsed' and face(course, 0) < 0.25 then 'cancelled'
            when face(course, 0) < 0.10 then 'paying'
            when face(course, 0) < 0.20 then 'converted'
            when face(course, 0) < 0.22 then 'upgraded'
            when face(course, 0) < 0.235 then 'past due'
            when face(course, 0) < 0.27 then 'cancelled'
            when face(course, 0) < 0.44 then 'trial over'
            when face(course, 0) < 0.445 then 'trial forgotten'
            when face(course, 0) < 0.45 then 'change ahead'
            when face(course, 0) < 0.70 then 'free'
            else 'none'
        end as story
    from thrown
    where days_since_signup > 0
)

select
    placed.* exclude (days_since_signup),
    days_since_signup::integer as age_days,
    signed_up_at + interval 5 minutes as began_at,
    -- a day between sign-up and the end, most of them recent
    signed_up_at
    + to_days((days_since_signup * pow(face(course, 1), 0.35))::integer) as turned_at,
    plans.plan as paid_plan,
    price_of(plans.usd_a_month, per_usd, coin) as paid_mrr,
    price_of(19, per_usd, coin) as starter_mrr
from placed
inner join plans on placed.plan_place = plans.place;
