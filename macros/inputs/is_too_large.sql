{#-
  A condition: whether an amount, converted with a rate, has more than the 14 digits before
  the point that sums of money have room for. Null without a rate.

  amount, rate: SQL expressions.
-#}
{% macro is_too_large(amount, rate) -%}
    abs(cast({{ amount }} as double) * cast({{ rate }} as double)) >= 1e14
{%- endmacro %}
