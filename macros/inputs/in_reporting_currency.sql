{#-
  An amount in the reporting currency; an amount without a currency is in it already, and
  one whose currency has no rate is null.

  amount, currency, rate: SQL expressions; rate as in stg_currency_rates.
-#}
{% macro in_reporting_currency(amount, currency, rate) -%}
    case
        when {{ currency }} is null then {{ amount }}
        else cast({{ amount }} * {{ rate }} as decimal(18, 4))
    end
{%- endmacro %}
