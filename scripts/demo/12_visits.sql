-- When people come, and in which mood.
create table visits as
with numbered as (
    select
        people.*,
        unnest(range(first_sessions + return_sessions))::integer as session
    from people
),

thrown as (
    select
        *,
        hash(person, session) as visit,
        dice('when', visit) as time_throw,
        dice('what', visit) as deed_throw
    from numbered
),

scheduled as (
    select
        *,
        case
            when session = 0 then start_day
            when session < first_sessions
                then
                    start_day + least(
                        1 + floor((life_days - 1) * pow(face(time_throw, 0), thinning)),
                        life_days - 1
                    )
            when session = first_sessions then return_day
            else
                return_day
                + floor(return_life_days * pow(face(time_throw, 0), thinning))
        end::integer as wanted_day
    from thrown
),

-- the first tenant's customers work in the week: half of their weekends are weekdays
weekly as (
    select
        *,
        if(
            tenant_id = 'acme'
            and face(time_throw, 1) < 0.5
            and session not in (0, first_sessions)
            and isodow(getvariable('first_day') + wanted_day) > 5
            and wanted_day - 6 > if(session < first_sessions, start_day, return_day),
            wanted_day
            + 5 - isodow(getvariable('first_day') + wanted_day)
            - floor(10 * face(time_throw, 1)),
            wanted_day
        )::integer as day,
        case
            when session = 0 and habit = 'one_shot' then 'glance'
            when session = 0 and focus = 'shopper' and face(deed_throw, 3) < 0.6
                then 'discover'
            when session = 0 then 'first'
            when session < 3 and face(deed_throw, 0) < case
                when habit in ('power', 'core') then 0.85
                when habit = 'regular' and focus <> 'shopper' then 0.6
                when habit in ('casual', 'dormant') then 0.15
                else 0
            end then 'activation'
        end as early_kind
    from scheduled
)

select
    weekly.person,
    weekly.session,
    weekly.visit,
    coalesce(weekly.early_kind, moods.kind) as kind,
    case
        when weekly.session = 0 and weekly.signup_day >= 0
            then weekly.signed_up_at + interval 20 seconds
        else
            greatest(
                getvariable('first_day')::timestamp
                + to_days(weekly.day)
                + to_hours(hours.hour - weekly.utc_hours)
                + to_seconds(pick(weekly.time_throw, 3, 3600)),
                weekly.signed_up_at + interval 1 hour
            )
    end as started_at
from weekly
inner join hours on pick(weekly.time_throw, 2, 100) = hours.slot
inner join moods
    on
        weekly.focus = moods.focus
        and pick(weekly.deed_throw, 1, 100) = moods.slot;
