-- One row per step of a session. An item is a product, a feature or a score, as the
-- type of the event has it. Codes only: words are put on when a month is written.
create table steps as
with unrolled as (
    select
        person,
        session,
        visit,
        started_at,
        city_code,
        client_code,
        channel_code,
        feature_count,
        first_feature,
        contentment,
        product_code,
        seconds_a_step,
        pause_step,
        pause_seconds,
        unnest(step_codes[:step_count]) as type_code,
        unnest(range(1, step_count + 1))::smallint as step
    from sessions
),

thrown as (
    select
        *,
        dice('step', hash(visit, step)) as step_throw
    from unrolled
)

select
    thrown.person,
    thrown.session,
    thrown.step,
    thrown.type_code,
    case event_types.subject
        when 'feature'
            then
                first_feature
                + floor(feature_count * pow(face(step_throw, 1), 1.5))::integer
        when 'premium_feature' then 10 + pick(step_throw, 1, 3)
        when 'score'
            then least(10, floor(6 * contentment + 6 * face(step_throw, 1))::integer)
        when 'page' then step_throw & 7
        else product_code + if(face(step_throw, 1) < 0.35, step * 7, 0)
    end::utinyint
    % case event_types.subject
        when 'feature' then 10
        when 'premium_feature' then 13
        when 'score' then 11
        else 60
    end::utinyint as item,
    city_code,
    client_code,
    channel_code,
    started_at
    + to_seconds(
        (step - 1) * seconds_a_step
        + floor(face(step_throw, 2) * seconds_a_step * 0.9)::integer
        + if(step > pause_step, pause_seconds, 0)
    ) as event_at
from thrown
inner join event_types on thrown.type_code = event_types.type_code;
