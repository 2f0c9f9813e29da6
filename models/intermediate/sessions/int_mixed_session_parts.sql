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
final as (

    select
        tenant_id,
        customer_id,
        session_key,
        source_session_id,
        case
            when source_session_id is null then null
            when
                max(ended_at) over ids - min(started_at) over ids
                > {{ max_session_length() }}
                then session_key
            else min(session_key) over ids
        end as seen_key,
        started_at,
        ended_at
    from mixed_parts
    window ids as (partition by tenant_id, customer_id, source_session_id)

)

select * from final
