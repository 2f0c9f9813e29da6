{#-
  A case expression: why an amount cannot be converted; null when it can, or where there
  is nothing to convert.

  amount, currency, rate: SQL expressions; rate as in stg_currency_rates.
-#}
{% macro rate_problem(amount, currency, rate) -%}
    case
        when {{ currency }} is not null and {{ rate }} is null
            then 'currency ' || {{ currency }} || ' has no rate'
        when {{ is_too_large(amount, rate) }}
            then '{{ amount.split('.') | last }} is too large'
    end
{%- endmacro %}
