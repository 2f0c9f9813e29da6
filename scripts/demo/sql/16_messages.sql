-- E-mails and text messages, sent around the visits: who came by e-mail clicked one.
-- Clicks on social networks begin the session that they lead to.
insert into steps
with thrown as (
    select
        *,
        dice('message', visit) as throw,
        started_at - to_seconds(3600 + pick(throw, 2, 90000)) as sent_at,
        started_at - to_seconds(40 + pick(throw, 3, 900)) as opened_at
    from sessions
    where not is_asked_back
),

messages as (
    select *, 200 as step, 'email_sent' as event_type, sent_at as event_at
    from thrown
    where is_from_email or reads_mail and face(throw, 0) < 0.03

    union all by name

    select *, 201 as step, 'email_open' as event_type, opened_at as event_at
    from thrown
    where is_from_email or reads_mail and face(throw, 0) < 0.015

    union all by name

    select *, 202 as step, 'email_click' as event_type,
        started_at - interval 10 seconds as event_at
    from thrown
    where is_from_email or reads_mail and face(throw, 0) < 0.008

    union all by name

    select *, 210 as step, 'sms_sent' as event_type, sent_at as event_at
    from thrown
    where face(throw, 1) < 0.02

    union all by name

    select *, 211 as step, 'sms_open' as event_type, opened_at as event_at
    from thrown
    where face(throw, 1) < 0.012

    union all by name

    select *, 212 as step, 'sms_click' as event_type,
        started_at - interval 15 seconds as event_at
    from thrown
    where face(throw, 1) < 0.004

    union all by name

    select *, 220 as step, 'social_click' as event_type,
        started_at - interval 5 seconds as event_at
    from thrown
    where is_from_social and face(throw, 1) < 0.5
)

select
    person,
    session,
    step::smallint as step,
    event_types.type_code,
    0::utinyint as item,
    city_code,
    client_code,
    channel_code,
    event_at
from messages
inner join event_types on messages.event_type = event_types.event_type;
