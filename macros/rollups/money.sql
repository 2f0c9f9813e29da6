{#- An amount as money: decimal, so that sums do not depend on the order of rows. -#}
{% macro money(amount) -%}
    cast({{ amount }} as decimal(18, 4))
{%- endmacro %}

{#-
  An amount of money divided by a count, rounded half away from zero; null for a count of
  0. It is calculated in whole numbers: a division of decimals is one of floating points,
  and would round some halves down.
-#}
{% macro money_per(amount, count) -%}
    {%- set units = 'cast(' ~ amount ~ ' * 10000 as hugeint)' -%}
    cast(
        cast(
            sign({{ units }})
            * ((2 * abs({{ units }}) + {{ count }}) // nullif(2 * {{ count }}, 0))
            as decimal(18, 0)
        ) * 0.0001 as decimal(18, 4)
    )
{%- endmacro %}
