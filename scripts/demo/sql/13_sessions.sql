-- What people do on a visit, with what, from where, and how they found the way.
create table sessions as
with thrown as (
    select
        visits.*,
        people.* exclude (person, tenant_id),
        dice('script', visits.visit) as deed_throw,
        dice('way', visits.visit) as way_throw,
        dice('pace', visits.visit) as pace_throw,
        dice('product', visits.visit) as product_throw
    from visits
    inner join people on visits.person = people.person
),

-- travellers, second devices, and another way in than the first time
found as (
    select
        thrown.* exclude (city_code, client_code, channel_code),
        if(
            face(way_throw, 0) < 0.03, pick(way_throw, 3, 23), thrown.city_code
        )::utinyint as city_code,
        if(
            face(way_throw, 1) < 0.22, client_slots.client_code, thrown.client_code
        )::utinyint as client_code,
        case
            when is_asked_back and face(way_throw, 2) < 0.8 then comeback.channel_code
            when face(way_throw, 2) < 0.55 then channel_slots.channel_code
            else thrown.channel_code
        end::utinyint as channel_code
    from thrown
    inner join client_slots
        on pick(dice('device', visit), 0, 100) = client_slots.slot
    inner join channel_slots
        on pick(dice('door', visit), 0, 100) = channel_slots.slot
    cross join (
        select channel_code from channels where campaign = 'come_back'
    ) as comeback
)

select
    found.person,
    found.session,
    found.visit,
    found.started_at,
    found.city_code,
    found.client_code,
    found.channel_code,
    found.reads_mail,
    found.is_asked_back,
    channels.medium = 'email' as is_from_email,
    channels.medium in ('social', 'paid_social', 'video') as is_from_social,
    found.feature_count::utinyint as feature_count,
    found.first_feature::utinyint as first_feature,
    found.contentment::float as contentment,
    -- collectors buy the large ones
    (
        if(face(product_throw, 0) < 0.6, favourite_category, pick(product_throw, 1, 6))
        * 10 + floor(
            10 * pow(face(product_throw, 2), case
                when found.kind <> 'spree' then 1.6
                when found.focus = 'patron' then 0.25
                else 0.7
            end)
        )::integer
    )::utinyint as product_code,
    scripts.step_codes,
    -- of those who only look around one in four leaves early
    if(
        found.kind in ('light', 'discover', 'growth', 'support')
        and face(pace_throw, 0) < 0.25,
        1 + pick(pace_throw, 1, len(scripts.step_codes)),
        len(scripts.step_codes)
    )::utinyint as step_count,
    least(
        60 * pace * (0.75 + 0.5 * face(pace_throw, 2))
        / greatest(len(scripts.step_codes) - 1, 1),
        1200
    )::integer as seconds_a_step,
    -- a few are called away in the middle of it
    if(face(pace_throw, 3) < 0.06, 1 + pick(deed_throw, 1, 5), 99)::utinyint
        as pause_step,
    600 + pick(deed_throw, 2, 2700) as pause_seconds
from found
inner join channels on found.channel_code = channels.channel_code
inner join scripts
    on
        found.kind = scripts.kind
        and pick(found.deed_throw, 0, 100) = scripts.slot;
