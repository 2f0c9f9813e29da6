with parts as (

    select * from {{ ref('int_begun_sessions') }}
    where source_session_id is not null

),

-- an id that became too long after as_of_date was not yet split
split_parts as (

    select
        *,
        case
            when
                max(ended_at) over ids - min(started_at) over ids
                > {{ max_session_length() }}
                then session_key
            else min(session_key) over ids
        end as seen_key
    from parts
    where is_part_of_id
    window ids as (partition by tenant_id, customer_id, source_session_id)

),

final as (

    select
        tenant_id,
        customer_id,
        source_session_id,
        session_key,
        session_key as seen_key,
        started_at,
        ended_at
    from parts
    where not is_part_of_id
    union all
    select
        tenant_id,
        customer_id,
        source_session_id,
        session_key,
        seen_key,
        min(started_at) over seen_sessions as started_at,
        max(ended_at) over seen_sessions as ended_at
    from split_parts
    window seen_sessions as (partition by tenant_id, customer_id, seen_key)

)

select * from final
