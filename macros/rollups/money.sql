{#- An amount as money: decimal, so that sums do not depend on the order of rows. -#}
{% macro money(amount) -%}
    cast({{ amount }} as decimal(18, 4))
{%- endmacro %}
