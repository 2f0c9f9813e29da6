-- When people come, and in which mood.
create table visits as
with planned as (
    select
        people.*,
        -- the first time, now and then, once a week, three times a week, and daily
        unnest(
            list_concat(
                if(habit = 'unseen', [], [start_day]),
                if(
                    habit = 'drifter',
                    range(start_day + 9 + person % 17, stop_day, 17 + person % 14),
                    []
                ),
                range(weekly_from, often_from, 7),
                range(often_from, daily_from, 7),
                range(often_from + 2, daily_from, 7),
                range(often_from + 5, daily_from, 7),
                range(daily_from, stop_day, 1)
            )
        )::integer as wanted_day
    from people
),

-- the first tenant's customers work in the week: most who come once in it come then
weekly as (
    select distinct
        * exclude (wanted_day),
        if(
            tenant_id = 'acme'
            and wanted_day < often_from
            and wanted_day - 2 > start_day
            and person % 10 < 7
            and isodow(getvariable('first_day') + wanted_day) > 5,
            wanted_day - 2,
            wanted_day
        )::integer as day
    from planned
),

thrown as (
    select
        *,
        getvariable('first_day') + day as date,
        hash(person, day) as visit,
        dice('when', visit) as time_throw
    from weekly
),

-- the season, a weekend, a pause: not every visit that was planned is made
made as (
    select *
    from thrown
    where
        day = start_day
        or (day < pause_day or day >= coalesce(return_day, 0))
        and 10000 * face(time_throw, 0)
        < getvariable('activity') * season(date) * if(
            day >= daily_from and isodow(date) > 5 and tenant_id = 'acme', 0.75, 1
        )
),

-- orders are spread over the visits by the wish to buy: whoever was asked back buys
wished as (
    select
        *,
        (
            row_number() over (partition by person order by day, time_throw) - 1
        )::integer as session,
        lag(day) over (partition by person order by day, time_throw) as day_before,
        sum(wish) over (
            partition by person order by day, time_throw rows unbounded preceding
        )::bigint as wish_so_far,
        sum(wish) over (partition by person)::bigint as whole_wish,
        pick(dice('orders', person), 0, 1000) as order_shift
    from (
        select
            *,
            case
                when day = start_day then if(habit = 'glance', 20, 2)
                when day between return_day and return_day + 7 then 120
                -- who comes often does not buy more often
                when day >= daily_from then wish_to_buy(date) // 7
                when day >= often_from then wish_to_buy(date) // 3
                else wish_to_buy(date)
            end as wish
        from made
    ) as weighed
),

minded as (
    select
        *,
        dice('what', visit) as deed_throw,
        case
            when (wish_so_far * order_count * 1000 + order_shift * whole_wish)
                // (whole_wish * 1000)
                > ((wish_so_far - wish) * order_count * 1000 + order_shift * whole_wish)
                // (whole_wish * 1000)
                then if(focus in ('collector', 'patron'), 'spree', 'buy')
            when habit = 'glance' then 'glance'
            when session = 0 and focus = 'shopper' then 'discover'
            when session = 0 then 'first'
            when session < 3 and face(deed_throw, 0) < case
                when habit in ('power', 'core') then 0.85
                else 0
            end then 'activation'
        end as early_kind
    from wished
)

select
    minded.person,
    minded.session,
    minded.visit,
    coalesce(
        minded.return_day < minded.campaign_day + 7
        and minded.day between minded.return_day and minded.return_day + 7
        and minded.day_before < minded.return_day,
        false
    ) as is_asked_back,
    coalesce(minded.early_kind, moods.kind) as kind,
    case
        when minded.session = 0 and minded.signup_day >= 0
            then minded.signed_up_at + interval 20 seconds
        else
            greatest(
                minded.date::timestamp
                + to_hours(hours.hour - minded.utc_hours)
                + to_seconds(pick(minded.time_throw, 3, 3600)),
                minded.signed_up_at + interval 1 hour
            )
    end as started_at
from minded
inner join hours on pick(minded.time_throw, 2, 100) = hours.slot
inner join moods
    on
        minded.focus = moods.focus
        and pick(minded.deed_throw, 1, 100) = moods.slot;
