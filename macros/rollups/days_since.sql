{#- Whole days from a date to as_of_date, never negative; null without a date. -#}
{% macro days_since(date) -%}
    greatest(as_of_date - {{ date }}, 0)
{%- endmacro %}
