{%- set measures = ['event_count', 'mobile_event_count', 'desktop_event_count'] -%}

with parts as (

    select
        parts.*,
        seen_keys.seen_key
    from {{ ref('int_begun_sessions') }} as parts
    left join {{ ref('int_seen_session_keys') }} as seen_keys
        on
            parts.tenant_id = seen_keys.tenant_id
            and parts.customer_id = seen_keys.customer_id
            and parts.session_key = seen_keys.session_key

),

-- a key has its tenant and customer in it; most sessions have one part
sessions as (

    select
        session_key,
        tenant_id,
        customer_id,
        {{ measures | join(',\n        ') }},
        is_part_of_id,
        started_at,
        ended_at
    from parts
    where seen_key is null
    union all
    select
        seen_key as session_key,
        tenant_id,
        customer_id,
        {% for measure in measures -%}
        cast(sum({{ measure }}) as bigint) as {{ measure }},
        {% endfor -%}
        bool_or(is_part_of_id) as is_part_of_id,
        min(started_at) as started_at,
        max(ended_at) as ended_at
    from parts
    where seen_key is not null
    group by seen_key, tenant_id, customer_id

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
