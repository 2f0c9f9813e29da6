{%- set gap = "interval '" ~ var('session_gap_minutes') ~ " minutes'" -%}

with parts as (

    select * from {{ ref('int_mixed_session_parts') }}

),

id_sessions as (

    select
        tenant_id,
        customer_id,
        source_session_id,
        seen_key,
        min(started_at) as started_at,
        max(ended_at) as ended_at
    from parts
    where seen_key is not null
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
    from parts
    where seen_key is null

),

between_neighbours as (

    select
        *,
        max({{ tuple_of(['ended_at', 'started_at', 'source_session_id', 'seen_key']) }})
            filter (where seen_key is not null) over (
                customer_sessions rows between unbounded preceding and current row
            ) as session_before,
        min({{ tuple_of(['started_at', 'ended_at', 'source_session_id', 'seen_key']) }})
            filter (where seen_key is not null) over (
                customer_sessions rows between current row and unbounded following
            ) as session_after
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
        session_before.field_4 as key_before,
        session_after.field_4 as key_after,
        case
            when session_before.field_1 is not null
                then greatest(started_at - session_before.field_1, interval 0 second)
        end as pause_before,
        case
            when session_after.field_1 is not null
                then greatest(session_after.field_1 - ended_at, interval 0 second)
        end as pause_after
    from between_neighbours
    where seen_key is null

),

-- they belong to the nearest session within the gap
final as (

    select
        tenant_id,
        customer_id,
        session_key,
        seen_key
    from parts
    where seen_key is not null
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

)

select * from final
