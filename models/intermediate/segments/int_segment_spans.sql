{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['tenant_id', 'segment_id', 'customer_id'],
    post_hook="{{ remember_days(versions='int_segment_run_days') }}",
) }}

-- depends_on: {{ ref('int_segment_run_days') }}
with transitions as (

    select * from {{ ref('segment_transitions') }}

),

{% if is_incremental() -%}
stale_days as (

    {{ stale_days(versions='int_segment_run_days') }}

),

-- whoever moved on a day that was run, run again or dropped
stale_members as (

    select
        tenant_id,
        segment_id,
        customer_id
    from transitions
    where as_of_date in (select stale_days.event_date from stale_days)
    union
    select
        tenant_id,
        segment_id,
        customer_id
    from {{ this }}
    where
        joined_date in (select stale_days.event_date from stale_days)
        or left_date in (select stale_days.event_date from stale_days)

),

{% endif -%}
-- entering and leaving alternate, so a span ends with the next transition
followed as (

    select
        *,
        lead(as_of_date) over customer_segment as left_date,
        lead(reason) over customer_segment as left_reason
    from transitions
    {%- if is_incremental() %}
    where (tenant_id, segment_id, customer_id) in (
        select
            stale_members.tenant_id,
            stale_members.segment_id,
            stale_members.customer_id
        from stale_members
    )
    {%- endif %}
    window customer_segment as (
        partition by tenant_id, segment_id, customer_id order by as_of_date
    )

),

final as (

    select
        tenant_id,
        segment_id,
        customer_id,
        reason as joined_reason,
        left_reason,
        row_number() over (
            partition by tenant_id, segment_id, customer_id order by as_of_date
        ) as span_number,
        as_of_date as joined_date,
        left_date
    from followed
    where transition = 'entered'

)

{{ rewritten_rows('final', 'select * from stale_members') }}
