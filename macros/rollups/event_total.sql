{#-
  How many events of int_customer_event_days meet a condition; 0 when none does. A case
  in a sum costs less than half of a filter, where many stand side by side.
-#}
{% macro event_total(condition) -%}
    cast(sum(case when {{ condition }} then event_count else 0 end) as bigint)
{%- endmacro %}
