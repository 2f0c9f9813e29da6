with checked_events as (

    select * from {{ ref('base_checked_events') }}

),

final as (

    select
        event_id,
        tenant_id,
        customer_id,
        event_type,
        event_category,
        product_id,
        product_name,
        product_category,
        currency,
        event_properties,
        page_url,
        referrer_url,
        source,
        medium,
        campaign,
        ip_address_hash,
        user_agent,
        device_type,
        browser,
        os,
        country,
        region,
        city,
        session_id,
        order_id,
        feature,
        {{ in_reporting_currency('event_value', 'currency', 'rate') }} as event_value,
        latitude,
        longitude,
        event_date,
        event_at,
        loaded_at
    from checked_events
    where
        rejection_reason is null
        and load_rank = 1

)

select * from final
