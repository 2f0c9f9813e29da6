{#-
  An expression for the share of a part's points that a metric earns up to its cap, with
  four decimals; nothing for a missing or negative value.

  part: {metric, points, cap}.
-#}
{% macro capped_points(part) -%}
    cast(
        {{ sql_literal(part.points) }} * greatest(
            least(coalesce({{ part.metric }}, 0), {{ sql_literal(part.cap) }}), 0
        ) / {{ sql_literal(part.cap) }} as decimal(9, 4)
    )
{%- endmacro %}
