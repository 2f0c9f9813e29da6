{#- Whole days from a date to as_of_date, never negative; null without a date. -#}
{% macro days_since(date) -%}
    case when {{ date }} is not null then greatest(as_of_date - {{ date }}, 0) end
{%- endmacro %}
