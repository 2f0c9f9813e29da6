{#-
  A query for what customers did on some days, by the day that it counts for: an order
  on the day of its first line, a session on the day that it began. Up to four rows per
  tenant, customer and day, each with the measures of one kind, the others null.

  days: the name of the CTE with the days (event_date). Needs the CTE as_of_date, too.
-#}
{% macro customer_day_facts(days) %}
    {%- set events = {
        'page_view_count': 'page_view', 'product_view_count': 'product_view',
        'add_to_cart_count': 'add_to_cart',
    } -%}
    select
        daily.tenant_id,
        daily.customer_id,
        cast(bool_or(coalesce(roles.is_inbound, true)) as integer) as active_count,
        {% for name, role in events.items() -%}
        {{ event_total('roles.is_' ~ role) }} as {{ name }},
        {% endfor -%}
        {{ revenue_total('is_purchase') }} - {{ refund_total('true') }} as revenue,
        daily.event_date
    from {{ ref('int_customer_event_days') }} as daily
    left join {{ ref('int_event_type_roles') }} as roles
        on daily.event_type = roles.event_type
    where daily.event_date in (select {{ days }}.event_date from {{ days }})
    group by daily.tenant_id, daily.customer_id, daily.event_date
    union all by name
    select
        tenant_id,
        customer_id,
        1 as buyer_count,
        count(*) as order_count,
        sum(order_value) as order_value,
        order_date as event_date
    from ({{ orders_begun_on(days) }}) as orders
    group by tenant_id, customer_id, order_date
    union all by name
    select
        tenant_id,
        customer_id,
        count(*) as session_count,
        count(*) filter (where is_bounce) as bounce_count,
        cast(sum(duration_seconds) as bigint) as session_seconds,
        session_date as event_date
    from {{ ref('int_seen_sessions') }}
    where session_date in (select {{ days }}.event_date from {{ days }})
    group by tenant_id, customer_id, session_date
    union all by name
    select
        tenant_id,
        customer_id,
        1 as new_count,
        {{ local_date('coalesce(signed_up_at, first_event_at)') }} as event_date
    from {{ ref('customer_behavior_summary') }}
    where
        {{ local_date('coalesce(signed_up_at, first_event_at)') }}
        in (select {{ days }}.event_date from {{ days }})
{% endmacro %}
