{{ config(materialized='table') }}
{%- set gap = "interval '" ~ var('session_gap_minutes') ~ " minutes'" %}

with gap_sessions as (

    select
        tenant_id,
        customer_id,
        session_key,
        started_at,
        ended_at,
        cast(started_at - {{ gap }} as date) as first_date,
        cast(ended_at + {{ gap }} as date) as last_date
    from {{ ref('int_begun_sessions') }}
    where source_session_id is null

),

numbers as (

    {{ number_series(
        0, '(select max(gap_sessions.last_date - gap_sessions.first_date) + 1'
        ~ ' from gap_sessions)'
    ) }}

),

gap_session_days as (

    select
        gap_sessions.*,
        gap_sessions.first_date + cast(numbers.number as integer) as near_date
    from gap_sessions
    inner join numbers
        on gap_sessions.last_date - gap_sessions.first_date >= numbers.number

),

-- a session of an id is near on the day that it begins or ends, or goes on all day
id_sessions as (

    select * from {{ ref('int_seen_id_sessions') }}
    where (tenant_id, customer_id) in (
        select (gap_sessions.tenant_id, gap_sessions.customer_id) from gap_sessions
    )

),

id_session_numbers as (

    {{ number_series(
        0, '(select max(cast(id_sessions.ended_at as date)'
        ~ ' - cast(id_sessions.started_at as date)) + 1 from id_sessions)'
    ) }}

),

id_session_days as (

    select
        id_sessions.*,
        cast(id_sessions.started_at as date) + cast(numbers.number as integer)
            as near_date
    from id_sessions
    inner join id_session_numbers as numbers
        on
            cast(id_sessions.ended_at as date) - cast(id_sessions.started_at as date)
            >= numbers.number

),

-- events without an id beside sessions with one, as a server sends them
pairs as (

    select
        gap_sessions.tenant_id,
        gap_sessions.customer_id,
        gap_sessions.session_key,
        ids.seen_key,
        ids.source_session_id,
        ids.started_at,
        ids.ended_at,
        ids.started_at > gap_sessions.started_at as is_after,
        case
            when ids.started_at > gap_sessions.started_at
                then greatest(ids.started_at - gap_sessions.ended_at, interval 0 second)
            else greatest(gap_sessions.started_at - ids.ended_at, interval 0 second)
        end as pause
    from gap_session_days as gap_sessions
    inner join id_session_days as ids
        on
            gap_sessions.tenant_id = ids.tenant_id
            and gap_sessions.customer_id = ids.customer_id
            and gap_sessions.near_date = ids.near_date

),

-- they belong to the nearest session within the gap, of two the one before
nearest as (

    select
        tenant_id,
        customer_id,
        session_key,
        seen_key
    from pairs
    where pause < {{ gap }}
    qualify row_number() over (
        partition by tenant_id, customer_id, session_key
        order by
            pause asc,
            is_after asc,
            case when not is_after then ended_at end desc,
            case when not is_after then started_at end desc,
            case when not is_after then source_session_id end desc,
            started_at asc,
            ended_at asc,
            source_session_id asc
    ) = 1

),

final as (

    select * from nearest
    union all
    select
        tenant_id,
        customer_id,
        session_key,
        seen_key
    from {{ ref('int_seen_id_sessions') }}
    where
        session_key <> seen_key
        or seen_key in (select nearest.seen_key from nearest)
        or seen_key in (
            select parts.seen_key
            from {{ ref('int_seen_id_sessions') }} as parts
            where parts.session_key <> parts.seen_key
        )

)

select * from final
