{{ config(materialized='table') }}
-- depends_on: {{ ref('stg_identities') }}
{%- set archived = archived_until() %}

with promoted_repeats as (

    {{ promoted_repeats_query() }}

),

base_events as (

    select *
    from {{ ref('base_events') }}
    where
        rejection_reason is null
        and (
            load_rank = 1
            and event_key not in (
                select promoted_repeats.event_key from promoted_repeats
            )
            or (event_key, load_rank) in (
                select (promoted_repeats.event_key, promoted_repeats.load_rank)
                from promoted_repeats
            )
        )
        and {{ is_known('loaded_at') }}
        and {{ is_kept_day('event_date') }}

),

-- who did something may be known only later, and the day changes with it
events as (
{%- if has_anonymous_ids() %}

    select
        base_events.* replace (
            case
                when base_events.customer_id is not null then base_events.content_hash
                else {{ hash_of([
                    'base_events.content_hash', 'identities.customer_id'
                ]) }}
            end as content_hash
        )
    from base_events
    left join {{ ref('stg_identities') }} as identities
        on
            base_events.customer_id is null
            and base_events.tenant_id = identities.tenant_id
            and base_events.anonymous_id = identities.anonymous_id
    where coalesce(identities.is_absorbed, true)
{%- else %}

    select * from base_events
{%- endif %}

),

rates as (

    select * from {{ ref('stg_currency_rates') }}

),

currency_days as (

    select
        event_date,
        currency,
        count(*) as event_count,
        bit_xor(content_hash) as day_checksum,
        max(loaded_at) as last_loaded_at
    from events
    group by event_date, currency

),

-- a changed rate changes the day, too
kept_days as (

    select
        currency_days.event_date,
        cast(sum(currency_days.event_count) as bigint) as event_count,
        bit_xor(
            {{ hash_of([
                'currency_days.day_checksum', 'currency_days.currency', 'rates.rate'
            ]) }}
        ) as day_checksum,
        max(currency_days.last_loaded_at) as last_loaded_at
    from currency_days
    left join rates
        on
            currency_days.currency = rates.currency
            and currency_days.event_date >= rates.valid_from
            and currency_days.event_date < rates.valid_until
    where
        currency_days.currency is null
        or rates.rate is not null
    group by currency_days.event_date

),

final as (

    select * from kept_days
    {%- if archived %}
    union all
    -- the rollups hold these days as they were when their events left
    select
        event_date,
        event_count,
        day_checksum,
        last_loaded_at
    from {{ archive_table('archived_days') }}
    {%- endif %}

)

select * from final
