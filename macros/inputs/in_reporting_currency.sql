{#-
  An amount in the reporting currency; an amount without a currency is in it already, one
  whose currency has no rate is null, and so is one that is too large: see is_too_large.
  It keeps ten decimals, so that small amounts are not rounded away before they are summed.

  amount, currency, rate: SQL expressions; rate as in stg_currency_rates.
-#}
{% macro in_reporting_currency(amount, currency, rate) -%}
    case
        when {{ currency }} is null then {{ amount }}
        when not {{ is_too_large(amount, rate) }}
            then cast({{ amount }} * {{ rate }} as decimal(38, 10))
    end
{%- endmacro %}
