{#-
  up, down or flat: how a count changed since an earlier one; null without one to compare
  with. Below the share `flat_below` of the var trend it is flat.
-#}
{% macro size_trend(count, earlier) -%}
    case
        when {{ earlier }} is null then null
        when
            abs({{ count }} - {{ earlier }})
            < {{ sql_literal(var('trend').flat_below) }} * {{ earlier }}
            then 'flat'
        when {{ count }} > {{ earlier }} then 'up'
        when {{ count }} < {{ earlier }} then 'down'
        else 'flat'
    end
{%- endmacro %}
