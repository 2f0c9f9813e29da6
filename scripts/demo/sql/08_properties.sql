-- What else an event says about itself, as JSON. An order line without an order's id is
-- an order of its own.
create macro properties_of(subject, throw, item, quantity, order_id) as
    case subject
        when 'order'
            then
                '{' || coalesce('"order_id":"' || order_id || '",', '')
                || '"quantity":' || quantity || '}'
        when 'feature'
            then '{"feature":"' || getvariable('features')[item + 1] || '"}'
        when 'premium_feature'
            then '{"feature":"' || getvariable('features')[item + 1] || '"}'
        when 'video'
            then
                '{"duration_seconds":' || (10 + pick(throw, 1, 590))
                || ',"resolution":"'
                || ['720p', '1080p', '1080p', '4k'][1 + pick(throw, 2, 4)] || '"}'
        when 'score' then '{"score":' || item || '}'
        when 'rating' then '{"rating":' || (5 - pick(throw, 1, 20) // 6) || '}'
        when 'ticket'
            then
                '{"topic":"'
                || ['billing', 'export', 'login', 'quality'][1 + pick(throw, 1, 4)]
                || '","priority":"' || ['low', 'normal', 'high'][1 + pick(throw, 2, 3)]
                || '"}'
        when 'integration'
            then
                '{"integration":"'
                || ['calendar', 'chat', 'storage'][1 + pick(throw, 1, 3)] || '"}'
        when 'query' then '{"results":' || pick(throw, 1, 60) || '}'
        when 'message' then if(throw & 1 = 1, '{"variant":"a"}', '{"variant":"b"}')
    end;
