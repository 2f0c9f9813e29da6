with sessions as (

    select
        session_key,
        source_session_id,
        duration_seconds,
        is_bounce,
        started_at,
        lag(ended_at) over (
            partition by tenant_id, customer_id
            order by started_at, ended_at
        ) as previous_ended_at
    from {{ ref('int_sessions') }}
    where source_session_id is null

),

final as (

    select *
    from sessions
    where
        started_at < previous_ended_at
        + interval '{{ var("session_gap_minutes") }} minutes'
        or (is_bounce and duration_seconds > 0)
        or duration_seconds < 0

)

select * from final
