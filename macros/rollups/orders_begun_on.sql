{#-
  A query for the orders whose first line is on some days: tenant_id, customer_id,
  order_key, order_value and order_date.

  days: the name of the CTE with the days (event_date). Needs the CTE as_of_date, too.
-#}
{% macro orders_begun_on(days) %}
    select
        order_days.tenant_id,
        order_days.customer_id,
        order_days.order_key,
        sum(order_days.order_value) as order_value,
        min(order_days.event_date) as order_date
    from {{ ref('int_customer_order_days') }} as order_days
    inner join as_of_date
        on order_days.event_date <= as_of_date.as_of_date
    group by order_days.tenant_id, order_days.customer_id, order_days.order_key
    having min(order_days.event_date) in (select {{ days }}.event_date from {{ days }})
{% endmacro %}
