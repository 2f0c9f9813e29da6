{%- set gap = "interval '" ~ var('session_gap_minutes') ~ " minutes'" -%}
{%- set measures = ['event_count', 'mobile_event_count', 'desktop_event_count'] -%}

with parts as (

    select * from {{ ref('int_begun_sessions') }}

),

-- only their parts may be put together, and they are few
mixed_customers as (

    select
        tenant_id,
        customer_id
    from parts
    group by tenant_id, customer_id
    having
        bool_or(is_part_of_id)
        or (
            bool_or(source_session_id is null)
            and bool_or(source_session_id is not null)
        )

),

mixed_parts as (

    select parts.*
    from parts
    inner join mixed_customers
        on
            parts.tenant_id = mixed_customers.tenant_id
            and parts.customer_id = mixed_customers.customer_id

),

-- an id that became too long after as_of_date was not yet split
id_parts as (

    select
        tenant_id,
        customer_id,
        session_key,
        source_session_id,
        case
            when
                max(ended_at) over ids - min(started_at) over ids
                > {{ max_session_length() }}
                then session_key
            else min(session_key) over ids
        end as seen_key,
        started_at,
        ended_at
    from mixed_parts
    where source_session_id is not null
    window ids as (partition by tenant_id, customer_id, source_session_id)

),

id_sessions as (

    select
        tenant_id,
        customer_id,
        source_session_id,
        seen_key,
        min(started_at) as started_at,
        max(ended_at) as ended_at
    from id_parts
    group by tenant_id, customer_id, source_session_id, seen_key

),

-- events without an id beside sessions with one, as a server sends them
neighbours as (

    select
        tenant_id,
        customer_id,
        cast(null as varchar) as session_key,
        source_session_id,
        seen_key,
        started_at,
        ended_at
    from id_sessions
    union all
    select
        tenant_id,
        customer_id,
        session_key,
        source_session_id,
        cast(null as varchar) as seen_key,
        started_at,
        ended_at
    from mixed_parts
    where source_session_id is null

),

between_neighbours as (

    select
        *,
        max({{ tuple_of(['ended_at', 'started_at', 'source_session_id', 'seen_key']) }})
            filter (where seen_key is not null) over (
                customer_sessions rows between unbounded preceding and current row
            ) as before,
        min({{ tuple_of(['started_at', 'ended_at', 'source_session_id', 'seen_key']) }})
            filter (where seen_key is not null) over (
                customer_sessions rows between current row and unbounded following
            ) as after
    from neighbours
    window customer_sessions as (
        partition by tenant_id, customer_id
        order by started_at, session_key nulls first, seen_key
    )

),

-- how far from the session before that ends last, and may still go on, and from the
-- next one
gap_sessions as (

    select
        tenant_id,
        customer_id,
        session_key,
        before.field_4 as key_before,
        after.field_4 as key_after,
        case
            when before.field_1 is not null
                then greatest(started_at - before.field_1, interval 0 second)
        end as pause_before,
        case
            when after.field_1 is not null
                then greatest(after.field_1 - ended_at, interval 0 second)
        end as pause_after
    from between_neighbours
    where seen_key is null

),

-- they belong to the nearest session within the gap
seen_keys as (

    select
        tenant_id,
        customer_id,
        session_key,
        seen_key
    from id_parts
    union all
    select
        tenant_id,
        customer_id,
        session_key,
        case
            when
                pause_before < {{ gap }}
                and pause_before <= coalesce(pause_after, pause_before)
                then key_before
            when pause_after < {{ gap }} then key_after
            else session_key
        end as seen_key
    from gap_sessions

),

put_together as (

    select
        seen_keys.seen_key as session_key,
        mixed_parts.tenant_id,
        mixed_parts.customer_id,
        {% for measure in measures -%}
        cast(sum(mixed_parts.{{ measure }}) as bigint) as {{ measure }},
        {% endfor -%}
        bool_or(mixed_parts.is_part_of_id) as is_part_of_id,
        min(mixed_parts.started_at) as started_at,
        max(mixed_parts.ended_at) as ended_at
    from mixed_parts
    inner join seen_keys
        on
            mixed_parts.tenant_id = seen_keys.tenant_id
            and mixed_parts.customer_id = seen_keys.customer_id
            and mixed_parts.session_key = seen_keys.session_key
    group by
        seen_keys.seen_key,
        mixed_parts.tenant_id,
        mixed_parts.customer_id

),

sessions as (

    select parts.* exclude (source_session_id)
    from parts
    left join mixed_customers
        on
            parts.tenant_id = mixed_customers.tenant_id
            and parts.customer_id = mixed_customers.customer_id
    where mixed_customers.customer_id is null
    union all by name
    select * from put_together

),

final as (

    select
        session_key,
        tenant_id,
        customer_id,
        {{ measures | join(',\n        ') }},
        {{ seconds_between('started_at', 'ended_at') }} as duration_seconds,
        event_count = 1 as is_bounce,
        is_part_of_id,
        {{ local_date('started_at') }} as session_date,
        started_at,
        ended_at
    from sessions

)

select * from final
