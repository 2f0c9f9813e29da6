{#-
  One row per customer who reached a start: when, in the first span of a segment until
  when, and why.

  start: see cohort_start().
-#}
{% macro _cohort_start_query(start) %}
    {%- set names = start.names | map('string') | map('replace', "'", "''") | join("', '") -%}
    select
        tenant_id,
        {{ sql_text(start.id) }} as start_id,
        customer_id,
    {%- if start.kind == 'sign_up' %}
        cast(null as varchar) as joined_reason,
        {{ local_date('signed_up_at') }} as joined_date,
        signed_up_at as joined_at,
        cast(null as timestamp) as left_at
    from customers
    where signed_up_at is not null
    {%- elif start.kind == 'first_order' %}
        cast(null as varchar) as joined_reason,
        first_order_date as joined_date,
        first_purchase_date as joined_at,
        cast(null as timestamp) as left_at
    from order_totals
    {%- elif start.kind == 'segment' %}
        min_by(reason, as_of_date) as joined_reason,
        min(as_of_date) as joined_date,
        cast(min(as_of_date) as timestamp) as joined_at,
        cast(min(as_of_date) filter (where transition = 'left') as timestamp) as left_at
    from transitions
    where segment_id = '{{ names }}'
    group by tenant_id, customer_id
    {%- else %}
        cast(null as varchar) as joined_reason,
        min(event_date) as joined_date,
        min(first_event_at) as joined_at,
        cast(null as timestamp) as left_at
    from event_days
    {%- if start.kind == 'event' %}
    where event_type in ('{{ names }}')
    {%- else %}
    where is_inbound
    {%- endif %}
    group by tenant_id, customer_id
    {%- endif %}
{% endmacro %}
