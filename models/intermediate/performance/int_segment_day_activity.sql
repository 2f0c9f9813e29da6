{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['event_date'],
    post_hook="{{ remember_days(versions='int_segment_day_checksums') }}",
) }}
{%- set counts = [
    'new_count', 'active_count', 'page_view_count', 'product_view_count',
    'add_to_cart_count', 'buyer_count', 'order_count', 'session_count', 'bounce_count',
    'session_seconds',
] %}

with stale_days as (

    {{ stale_days(versions='int_segment_day_checksums') }}

),

as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

-- a day that a rewind dropped is cleared and not written again
known_stale_days as (

    select stale_days.event_date
    from stale_days
    inner join {{ ref('int_segment_day_checksums') }} as known_days
        on stale_days.event_date = known_days.event_date

),

facts as (

    {{ customer_day_facts('known_stale_days') }}

),

customer_days as (

    select
        tenant_id,
        customer_id,
        {% for name in counts -%}
        sum({{ name }}) as {{ name }},
        {% endfor -%}
        sum(order_value) as order_value,
        sum(revenue) as revenue,
        event_date
    from facts
    group by tenant_id, customer_id, event_date

),

-- a customer whom the day's run did not know yet counts where they were first seen
looked_up_days as (

    select
        customer_days.tenant_id,
        customer_days.customer_id,
        customer_days.event_date,
        greatest(customer_days.event_date, first_evaluations.as_of_date) as member_date
    from customer_days
    inner join {{ ref('int_segment_first_evaluations') }} as first_evaluations
        on
            customer_days.tenant_id = first_evaluations.tenant_id
            and customer_days.customer_id = first_evaluations.customer_id

),

-- entering and leaving alternate
memberships as (

    select
        transitions.tenant_id,
        transitions.segment_id,
        transitions.customer_id,
        looked_up_days.event_date
    from {{ ref('segment_transitions') }} as transitions
    inner join looked_up_days
        on
            transitions.tenant_id = looked_up_days.tenant_id
            and transitions.customer_id = looked_up_days.customer_id
            and transitions.as_of_date <= looked_up_days.member_date
    group by
        transitions.tenant_id,
        transitions.segment_id,
        transitions.customer_id,
        looked_up_days.event_date
    having sum(case when transitions.transition = 'entered' then 1 else -1 end) = 1
    union all
    select
        tenant_id,
        'all' as segment_id,
        customer_id,
        event_date
    from customer_days

),

final as (

    select
        memberships.tenant_id,
        memberships.segment_id,
        {% for name in counts -%}
        cast(coalesce(sum(customer_days.{{ name }}), 0) as bigint) as {{ name }},
        {% endfor -%}
        cast(
            coalesce(sum(customer_days.order_value), 0) as decimal(38, 4)
        ) as order_value,
        cast(coalesce(sum(customer_days.revenue), 0) as decimal(38, 4)) as revenue,
        memberships.event_date
    from memberships
    inner join customer_days
        on
            memberships.tenant_id = customer_days.tenant_id
            and memberships.customer_id = customer_days.customer_id
            and memberships.event_date = customer_days.event_date
    group by memberships.tenant_id, memberships.segment_id, memberships.event_date

)

{{ rewritten_rows('final', 'select event_date from stale_days') }}
