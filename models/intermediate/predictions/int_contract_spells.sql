with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

-- paid from the end of a trial until it is cancelled; an end without a day is no use
paid_periods as (

    select
        subscriptions.tenant_id,
        subscriptions.customer_id,
        {{ local_date(
            'greatest(subscriptions.started_at, subscriptions.trial_ends_at)'
        ) }} as started_date,
        case
            when subscriptions.cancelled_at < as_of_date.as_of_end_at
                then {{ local_date('subscriptions.cancelled_at') }}
        end as ended_date
    from {{ ref('stg_subscriptions') }} as subscriptions
    cross join as_of_date
    where
        subscriptions.started_at is not null
        and greatest(subscriptions.started_at, subscriptions.trial_ends_at)
        < as_of_date.as_of_end_at
        and (
            subscriptions.cancelled_at is not null
            or coalesce(subscriptions.status, 'active') in ('active', 'past_due')
        )
        and coalesce(subscriptions.mrr, 0) > 0

),

-- another plan the day after is the same customer paying on
begun as (

    select
        *,
        started_date > max(coalesce(ended_date, date '9999-12-31')) over (
            partition by tenant_id, customer_id
            order by started_date, ended_date
            rows between unbounded preceding and 1 preceding
        ) + 1 as is_new_spell
    from paid_periods
    where ended_date is null or ended_date > started_date

),

numbered as (

    select
        *,
        sum(cast(coalesce(is_new_spell, true) as integer)) over (
            partition by tenant_id, customer_id
            order by started_date, ended_date
            rows unbounded preceding
        ) as spell_number
    from begun

),

final as (

    select
        tenant_id,
        customer_id,
        spell_number,
        min(started_date) as started_date,
        case when count(*) = count(ended_date) then max(ended_date) end as ended_date
    from numbered
    group by tenant_id, customer_id, spell_number

)

select * from final
