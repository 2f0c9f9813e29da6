{#- What purchases brought in, refunds aside, over days that meet a condition. -#}
{% macro revenue_total(condition) -%}
    cast(
        coalesce(
            sum(event_value - coalesce(negative_event_value, 0))
                filter (where {{ condition }}),
            0
        ) as decimal(38, 4)
    )
{%- endmacro %}

{#- What was given back: refunds, whichever their sign, and purchases below zero. -#}
{% macro refund_total(condition) -%}
    cast(
        coalesce(
            sum(
                case
                    when is_refund then event_value - 2 * coalesce(negative_event_value, 0)
                    else -negative_event_value
                end
            ) filter (where (is_refund or is_purchase) and {{ condition }}),
            0
        ) as decimal(38, 4)
    )
{%- endmacro %}
