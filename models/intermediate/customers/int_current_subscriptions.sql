with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

subscriptions as (

    select subscriptions.*
    from {{ ref('stg_subscriptions') }} as subscriptions
    cross join as_of_date
    where
        subscriptions.started_at is null
        or subscriptions.started_at < as_of_date.as_of_end_at

),

-- what ends later has not ended yet, and before the end of a trial that is over by now
-- it was a trial
subscriptions_on_day as (

    select
        subscriptions.* exclude (status, cancelled_at, mrr),
        {{ status_on_day('subscriptions', 'as_of_date') }} as status,
        case
            when subscriptions.cancelled_at < as_of_date.as_of_end_at
                then subscriptions.cancelled_at
        end as cancelled_at,
        {{ money(in_reporting_currency(
            'subscriptions.mrr', 'subscriptions.currency', 'rates.rate'
        )) }} as mrr
    from subscriptions
    cross join as_of_date
    left join {{ ref('stg_currency_rates') }} as rates
        on
            subscriptions.currency = rates.currency
            and as_of_date.as_of_date >= rates.valid_from
            and as_of_date.as_of_date < rates.valid_until

),

running_subscriptions as (

    select
        *,
        {{ is_paid_on_day('subscriptions_on_day') }} as is_paid
    from subscriptions_on_day

),

-- of those that are paid the one with the greatest mrr, else a trial, else the latest
final as (

    select
        * exclude (mrr),
        mrr as plan_mrr,
        case
            when bool_or(is_paid) over customer
                then sum(case when is_paid then mrr end) over customer
            else 0
        end as mrr
    from running_subscriptions
    window customer as (partition by tenant_id, customer_id)
    qualify row_number() over (
        partition by tenant_id, customer_id
        order by
            is_paid desc,
            status is not distinct from 'trialing' desc,
            case when is_paid then mrr end desc nulls last,
            started_at desc nulls last,
            subscription_id desc nulls last
    ) = 1

)

select * from final
