{#- How many events of int_customer_event_days meet a condition; 0 when none does. -#}
{% macro event_total(condition) -%}
    cast(coalesce(sum(event_count) filter (where {{ condition }}), 0) as bigint)
{%- endmacro %}
