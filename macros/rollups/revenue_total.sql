{#- What purchases brought in, refunds aside, over days that meet a condition. -#}
{% macro revenue_total(condition) -%}
    cast(
        coalesce(
            sum(
                case
                    when {{ condition }}
                        then event_value - coalesce(negative_event_value, 0)
                end
            ),
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
                    when not {{ condition }} then null
                    when is_refund then event_value - 2 * coalesce(negative_event_value, 0)
                    when is_purchase then -negative_event_value
                end
            ),
            0
        ) as decimal(38, 4)
    )
{%- endmacro %}
