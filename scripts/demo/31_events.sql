-- One month of events, in the order of their arrival, with all the words.
set variable month = $month;

copy (
    with in_order as (
        select
            *,
            tenant_of(person) as tenant_id,
            customer_of(person) as customer_id,
            hash(person, session) as visit,
            dice('words', hash(person, session, step % 100)) as throw,
        from arrivals
        where load_month = getvariable('month')
        order by loaded_at, person, session, step, delivery
    ),

    named as (
        select
            in_order.*,
            event_types.* exclude (type_code, event_category),
            if(
                event_types.event_category = 'website',
                clients.event_category,
                event_types.event_category
            ) as event_category,
            clients.device_type,
            clients.browser,
            clients.os,
            clients.user_agent,
            case event_types.event_category
                when 'email' then 'newsletter'
                when 'sms' then 'sms'
                else channels.source
            end as source,
            case event_types.event_category
                when 'email' then 'email'
                when 'sms' then 'sms'
                else channels.medium
            end as medium,
            channels.campaign,
            channels.referrer_url,
            products.product_id,
            products.product_name,
            products.product_category,
            prices.price,
            prices.currency,
            features.feature,
            pages.page_path as seen_path,
            1 + (face(throw, 0) < 0.2)::integer + (face(throw, 0) < 0.06)::integer
                as quantity,
            step between 100 and 199 as is_refund,
            dice('home', person) as home,
            dice('visit', visit) as visit_throw,
        from in_order
        left join event_types on in_order.type_code = event_types.type_code
        left join clients on in_order.client_code = clients.client_code
        left join channels on in_order.channel_code = channels.channel_code
        left join features
            on
                in_order.item = features.feature_code
                and event_types.subject in ('feature', 'premium_feature')
        left join pages
            on in_order.item = pages.page_code and event_types.subject = 'page'
        left join products
            on
                in_order.item = products.product_code
                and event_types.subject in ('product', 'order', 'rating')
        left join prices
            on
                in_order.city_code = prices.city_code
                and products.product_code = prices.product_code
                and event_types.event_type in ('add_to_cart', 'purchase', 'refund')
    ),

    valued as (
        select
            named.*,
            face(visit_throw, 0) >= 0.04 as is_located,
            case
                when event_type = 'nps' then item::decimal(18, 2)
                when is_refund
                    then
                        price * quantity
                        * if(event_type = 'purchase', -1, 1)
                        * if(face(throw, 3) < 0.3, 0.5, 1.0)
                when event_type = 'purchase' then price * quantity
                else price
            end as amount,
            case subject
                when 'order'
                    then
                        if(
                            face(visit_throw, 1) < 0.88,
                            '{"order_id":"o' || customer_id[2:] || '-' || session
                            || '","quantity":',
                            '{"quantity":'
                        ) || quantity || '}'
                when 'feature' then '{"feature":"' || feature || '"}'
                when 'premium_feature' then '{"feature":"' || feature || '"}'
                when 'video'
                    then
                        '{"duration_seconds":' || (10 + pick(throw, 1, 590))
                        || ',"resolution":"'
                        || ['720p', '1080p', '1080p', '4k'][1 + pick(throw, 2, 4)]
                        || '"}'
                when 'score' then '{"score":' || item || '}'
                when 'rating' then '{"rating":' || (5 - pick(throw, 1, 20) // 6) || '}'
                when 'ticket'
                    then
                        '{"topic":"'
                        || ['billing', 'export', 'login', 'quality'][
                            1 + pick(throw, 1, 4)
                        ]
                        || '","priority":"'
                        || ['low', 'normal', 'high'][1 + pick(throw, 2, 3)] || '"}'
                when 'integration'
                    then
                        '{"integration":"'
                        || ['calendar', 'chat', 'storage'][1 + pick(throw, 1, 3)]
                        || '"}'
                when 'query' then '{"results":' || pick(throw, 1, 60) || '}'
                when 'message' then if(throw & 1 = 1, '{"variant":"a"}', '{"variant":"b"}')
            end as properties,
        from named
    )

    select
        if(
            face(throw, 2) < 0.004,
            null,
            'e' || customer_id[2:] || '-' || session || '-' || step
        ) as event_id,
        valued.tenant_id,
        case
            when flaw <> 1 then valued.customer_id
            when throw & 1 = 1 then ''
        end as customer_id,
        if(flaw = 2, null, event_type) as event_type,
        event_category,
        case
            when flaw = 4 then event_at + to_years(30)
            when flaw <> 3 then event_at
        end as event_at,
        loaded_at,
        product_id,
        product_name,
        product_category,
        case
            when flaw = 7 then 'n/a'
            when delivery = 2 then round(amount * 1.1, 2)::varchar
            else round(amount, 2)::varchar
        end as event_value,
        if(flaw = 5, 'XXX', valued.currency) as currency,
        if(flaw = 6, '{"truncated":', properties) as event_properties,
        case
            when event_category = 'website' and page_path is not null
                then
                    'https://' || valued.tenant_id || '.example.com'
                    || case
                        when subject = 'page' then seen_path
                        when page_path = '/products/' then page_path || product_id
                        else page_path
                    end
                    || if(delivery = 2, '?resent=1', '')
        end as page_url,
        if(event_category = 'website', referrer_url, null) as referrer_url,
        if(delivery = 2, 'resent', source) as source,
        medium,
        campaign,
        if(event_category in ('email', 'sms'), null, address_of(home, visit_throw))
            as ip_address,
        user_agent,
        device_type,
        browser,
        os,
        if(is_located, cities.country, null) as country,
        if(is_located, cities.region, null) as region,
        if(is_located, cities.city, null) as city,
        if(
            is_located and face(home, 0) >= 0.15,
            cities.latitude + (pick(home, 1, 9) - 4) * 0.02,
            null
        )::double as latitude,
        if(
            is_located and face(home, 0) >= 0.15,
            cities.longitude + (pick(home, 2, 9) - 4) * 0.02,
            null
        )::double as longitude,
        if(
            step >= 100 or face(visit_throw, 2) < 0.15,
            null,
            'v' || valued.customer_id[2:] || '-' || session
        ) as session_id,
    from valued
    left join cities on valued.city_code = cities.city_code
) to (
    getvariable('folder') || '/events/events_'
    || strftime(getvariable('month'), '%Y-%m') || '.parquet'
) (format parquet, compression zstd, row_group_size 122880);
