-- One campaign: everybody who had been silent for a month was asked to come back. Whoever
-- did, opened the message and clicked it; few of the others did so much as open it.
insert into steps
with silent as (
    select
        people.person,
        people.city_code,
        people.client_code,
        coalesce(
            people.return_day < people.campaign_day + 7, false
        ) as is_asked_back,
        people.return_day,
        people.campaign_day,
        people.utc_hours,
        dice('campaign', people.person) as throw
    from people
    where
        people.stop_day < people.campaign_day - 30
        or people.pause_day < people.campaign_day - 30
        and people.return_day >= people.campaign_day
),

timed as (
    select
        *,
        getvariable('first_day')::timestamp
        + to_days(campaign_day)
        + to_hours(10 - utc_hours)
        + to_seconds(pick(throw, 0, 900)) as sent_at
    from silent
),

answered as (
    select
        timed.*,
        sessions.session,
        sessions.started_at
    from timed
    left join sessions
        on timed.person = sessions.person and sessions.is_asked_back
),

messages as (
    select *, 230 as step, 'email_sent' as event_type, sent_at as event_at
    from answered

    union all by name

    select
        *,
        231 as step,
        'email_open' as event_type,
        coalesce(
            started_at - interval 90 seconds,
            sent_at + to_seconds(600 + pick(throw, 2, 80000))
        ) as event_at
    from answered
    where started_at is not null or face(throw, 1) < 0.12

    union all by name

    select *, 232 as step, 'email_click' as event_type,
        started_at - interval 10 seconds as event_at
    from answered
    where started_at is not null
)

select
    messages.person,
    coalesce(messages.session, 0) as session,
    messages.step::smallint as step,
    event_types.type_code,
    0::utinyint as item,
    messages.city_code,
    messages.client_code,
    channels.channel_code,
    messages.event_at
from messages
inner join event_types on messages.event_type = event_types.event_type
inner join channels on channels.campaign = 'come_back';
