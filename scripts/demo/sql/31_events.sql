-- One month of events, in the order of their arrival, with all the words.
set variable month = $month;

copy (
    with in_order as (
        select
            *,
            tenant_of(person) as tenant_id,
            customer_of(person) as customer_id,
            hash(person, session) as visit,
            dice('words', hash(person, session, step % 100)) as throw
        from arrivals
        where load_month = getvariable('month')
        order by loaded_at, person, session, step, delivery
    ),

    typed as (
        select
            *,
            getvariable('event_types')[type_code] as kind
        from in_order
    ),

    named as (
        select
            *,
            getvariable('clients')[client_code + 1] as client,
            getvariable('channels')[channel_code + 1] as channel,
            getvariable('cities')[city_code + 1] as place,
            if(
                kind.subject in ('product', 'order', 'rating'),
                getvariable('products')[item + 1],
                null
            ) as product,
            dice('home', person) as home,
            dice('visit', visit) as visit_throw
        from typed
    ),

    valued as (
        select
            *,
            face(visit_throw, 0) >= 0.04 as is_located,
            is_located and face(home, 0) >= 0.15 as is_pinned,
            kind.event_category as message_category,
            if(message_category = 'website', client.event_category, message_category)
                as category,
            1 + (face(throw, 0) < 0.2)::integer + (face(throw, 0) < 0.06)::integer
                as quantity,
            step between 100 and 199 as is_refund,
            -- some refunds are of half the price
            price_of(
                product.price_usd * if(is_refund and face(throw, 3) < 0.3, 0.5, 1.0),
                place.per_usd,
                place.coin
            ) as price,
            case
                when kind.subject = 'score' then item::decimal(18, 2)
                when is_refund
                    then price * quantity * if(kind.event_type = 'purchase', -1, 1)
                when kind.event_type = 'purchase' then price * quantity
                when kind.event_type = 'add_to_cart' then price
            end as amount
        from named
    )

    select
        if(
            face(throw, 2) < 0.004,
            null,
            'e' || customer_id[2:] || '-' || session || '-' || step
        ) as event_id,
        tenant_id,
        case
            when flaw <> 1 then customer_id
            when throw & 1 = 1 then ''
        end as customer_id,
        -- the last two are in no role: a test of the project names such types
        case flaw
            when 2 then null
            when 8 then 'debug_ping'
            when 9 then 'beta_banner_shown'
            else kind.event_type
        end as event_type,
        category as event_category,
        case
            when flaw = 4 then event_at + to_years(30)
            when flaw <> 3 then event_at
        end as event_at,
        loaded_at,
        product.product_id,
        product.product_name,
        product.product_category,
        case
            when flaw = 7 then 'n/a'
            when delivery = 2 then (2 * amount)::varchar
            else amount::varchar
        end as event_value,
        case
            when flaw = 5 then 'XXX'
            when product is not null and amount is not null then place.currency
        end as currency,
        if(
            flaw = 6,
            '{"truncated":',
            properties_of(
                kind.subject, throw, item, quantity,
                if(
                    face(visit_throw, 1) < 0.88,
                    'o' || customer_id[2:] || '-' || session,
                    null
                )
            )
        ) as event_properties,
        case
            when category = 'website' and kind.page_path is not null
                then
                    'https://' || tenant_id || '.example.com'
                    || case
                        when kind.subject = 'page' then getvariable('pages')[item + 1]
                        else
                            kind.page_path
                            || if(
                                kind.page_path = '/products/', product.product_id, ''
                            )
                    end
                    || if(delivery = 2, '?resent=1', '')
        end as page_url,
        if(category = 'website', channel.referrer_url, null) as referrer_url,
        case
            when delivery = 2 then 'resent'
            when message_category = 'email' then 'newsletter'
            when message_category = 'sms' then 'sms'
            else channel.source
        end as source,
        if(message_category in ('email', 'sms'), message_category, channel.medium)
            as medium,
        channel.campaign,
        if(category in ('email', 'sms'), null, address_of(home, visit_throw))
            as ip_address,
        client.user_agent,
        client.device_type,
        client.browser,
        client.os,
        if(is_located, place.country, null) as country,
        if(is_located, place.region, null) as region,
        if(is_located, place.city, null) as city,
        if(is_pinned, place.latitude + (pick(home, 1, 9) - 4) * 0.02, null)::double
            as latitude,
        if(is_pinned, place.longitude + (pick(home, 2, 9) - 4) * 0.02, null)::double
            as longitude,
        if(
            step between 100 and 199 or ends_with(kind.event_type, '_sent')
            or face(visit_throw, 2) < 0.15,
            null,
            'v' || customer_id[2:] || '-' || session
        ) as session_id
    from valued
) to (
    getvariable('folder') || '/events/events_'
    || strftime(getvariable('month'), '%Y-%m') || '.parquet'
) (format parquet, compression zstd, row_group_size 122880);
