with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

seen_order_days as (

    select order_days.*
    from {{ ref('int_customer_order_days') }} as order_days
    inner join as_of_date
        on order_days.event_date <= as_of_date.as_of_date

),

-- an order belongs to the day of its first line, whichever day another one comes to
long_orders as (

    select
        tenant_id,
        customer_id,
        order_key,
        {{ hash_of([
            'tenant_id', 'customer_id', 'order_key', 'sum(order_value)',
            'min(event_date)',
        ]) }} as content_hash
    from seen_order_days
    group by tenant_id, customer_id, order_key
    having count(*) > 1

),

long_order_days as (

    select
        order_days.event_date,
        long_orders.content_hash
    from seen_order_days as order_days
    inner join long_orders
        on
            order_days.tenant_id = long_orders.tenant_id
            and order_days.customer_id = long_orders.customer_id
            and order_days.order_key = long_orders.order_key

),

-- a session belongs to the day that it began on, and the parts of an id depend on how
-- long it lasts
long_sessions as (

    select
        session_date,
        {{ local_date('ended_at') }} as last_date,
        {{ hash_of(['session_key', 'event_count', 'started_at', 'ended_at']) }}
            as content_hash
    from {{ ref('int_seen_sessions') }}
    where
        session_date < {{ local_date('ended_at') }}
        or is_part_of_id

),

long_session_days as (

    select
        event_days.event_date,
        long_sessions.content_hash
    from long_sessions
    inner join {{ ref('int_event_day_checksums') }} as event_days
        on
            long_sessions.session_date <= event_days.event_date
            and long_sessions.last_date >= event_days.event_date

),

newcomers as (

    select
        {{ local_date('coalesce(signed_up_at, first_event_at)') }} as event_date,
        {{ hash_of(['tenant_id', 'customer_id']) }} as content_hash
    from {{ ref('customer_behavior_summary') }}

),

checksums as (

    select
        'orders' as part,
        event_date,
        content_hash
    from long_order_days
    union all
    select
        'sessions' as part,
        event_date,
        content_hash
    from long_session_days
    union all
    select
        'newcomers' as part,
        event_date,
        content_hash
    from newcomers
    where event_date is not null

),

final as (

    select
        event_date,
        bit_xor({{ hash_of(['part', 'content_hash']) }}) as content_hash
    from checksums
    group by event_date

)

select * from final
