with base_events as (

    select * from {{ ref('base_events') }}

),

rates as (

    select * from {{ ref('stg_currency_rates') }}

),

final as (

    select
        base_events.event_id,
        base_events.tenant_id,
        base_events.customer_id,
        base_events.event_type,
        base_events.event_category,
        base_events.product_id,
        base_events.product_name,
        base_events.product_category,
        base_events.currency,
        base_events.event_properties,
        base_events.page_url,
        base_events.referrer_url,
        base_events.source,
        base_events.medium,
        base_events.campaign,
        base_events.ip_address_hash,
        base_events.user_agent,
        base_events.device_type,
        base_events.browser,
        base_events.os,
        base_events.country,
        base_events.region,
        base_events.city,
        base_events.session_id,
        base_events.order_id,
        base_events.feature,
        {{ in_reporting_currency(
            'base_events.event_value', 'base_events.currency', 'rates.rate'
        ) }} as event_value,
        base_events.latitude,
        base_events.longitude,
        base_events.event_date,
        base_events.event_at,
        base_events.loaded_at
    from base_events
    left join rates
        on
            base_events.currency = rates.currency
            and base_events.event_date >= rates.valid_from
            and base_events.event_date < rates.valid_until
    where
        base_events.rejection_reason is null
        and base_events.load_rank = 1
        and (base_events.currency is null or rates.rate is not null)

)

select * from final
