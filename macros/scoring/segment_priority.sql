{#-
  How much a group of customers deserves attention, 0 to 100: a weighted mean of its share
  of the revenue, the mean of its engagement and its share of the customers. The weights
  are the var segment_priority.

  revenue_share, engagement, customer_share: SQL expressions, each from 0 to 1; a missing
  one counts as 0.
-#}
{% macro segment_priority(revenue_share, engagement, customer_share) %}
    {%- set parts = {
        'revenue': revenue_share, 'engagement': engagement, 'size': customer_share,
    } -%}
    {%- set weights = var('segment_priority') -%}
    {%- do _check_names('var segment_priority', weights, parts.keys() | list) -%}
    {%- set terms, checked = [], {} -%}
    {%- for name, part in parts.items() -%}
        {%- do _check_number('var segment_priority.' ~ name, weights[name], 0, 1) -%}
        {%- do checked.update({name: {'weight': weights[name]}}) -%}
        {%- do terms.append(sql_literal(weights[name]) ~ ' * coalesce(' ~ part ~ ', 0)') -%}
    {%- endfor -%}
    {%- do _check_sum('var segment_priority', checked, 'weight', 1) -%}
    {{- return('100 * (' ~ (terms | join(' + ')) ~ ')') -}}
{% endmacro %}
