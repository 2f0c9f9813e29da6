-- Trials that run, ended or became a plan, and plans that are paid, past due, changed
-- or cancelled: an account's story has one or two of them.
create table subscriptions as
with steps_of_stories as (
    from (
        values
        ('trial over', 1, 'trial', 'cancelled', 'began', 'trial end'),
        ('trial forgotten', 1, 'trial', 'trialing', 'began', null),
        ('converted', 1, 'trial', 'cancelled', 'began', 'trial end'),
        ('converted', 2, 'paid', 'active', 'trial end', null),
        ('paying', 1, 'paid', 'active', 'began', null),
        ('upgraded', 1, 'starter', 'cancelled', 'began', 'turned'),
        ('upgraded', 2, 'pro', 'active', 'turned', null),
        ('past due', 1, 'paid', 'past_due', 'began', null),
        ('cancelled', 1, 'paid', 'cancelled', 'began', 'turned'),
        ('change ahead', 1, 'starter', 'active', 'began', null),
        ('change ahead', 2, 'pro', 'active', 'ahead', null),
        ('free', 1, 'free', 'active', 'began', null)
    ) as listed (story, place, plan, status, starts, ends)
),

dated as (
    select
        subscribers.*,
        steps_of_stories.* exclude (story),
        began_at
        + to_days(if(face(course, 2) < 0.5, 30, 14)) as trial_end_at
    from subscribers
    inner join steps_of_stories on subscribers.story = steps_of_stories.story
),

told as (
    select
        person,
        tenant_id,
        customer_id,
        's' || customer_id[2:] || '-' || place as subscription_id,
        if(plan = 'paid', paid_plan, plan) as plan,
        status,
        case plan
            when 'paid' then paid_mrr
            when 'pro' then price_of(79, per_usd, coin)
            when 'starter' then starter_mrr
            else 0
        end::decimal(18, 2) as mrr,
        currency,
        starts = 'ahead' as is_planned_ahead,
        case starts
            when 'trial end' then trial_end_at
            when 'turned' then turned_at
            when 'ahead'
                then
                    getvariable('last_day')::timestamp
                    + to_days(2 + pick(course, 3, 20))
            else began_at
        end as started_at,
        if(plan = 'trial', trial_end_at, null) as trial_ends_at,
        case ends
            when 'trial end' then trial_end_at
            when 'turned' then turned_at
        end as cancelled_at
    from dated
)

-- what would only happen after the last day has not happened yet
select
    * exclude (known_until)
    replace (
        if(cancelled_at >= known_until, null, cancelled_at) as cancelled_at,
        case
            when cancelled_at is null or cancelled_at < known_until then status
            when plan = 'trial' then 'trialing'
            else 'active'
        end as status
    )
from (
    select
        *,
        getvariable('last_day')::timestamp + interval 1 day as known_until
    from told
)
where started_at < known_until or is_planned_ahead;

copy (
    select * exclude (person, is_planned_ahead)
    from subscriptions
    order by person, subscription_id
) to (getvariable('folder') || '/subscriptions.parquet')
(format parquet, compression zstd);
