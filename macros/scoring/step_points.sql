{#-
  An expression for the points of one part of a score: those of the first step that
  holds. A missing value meets no step but the last.

  part: {metric, steps}; a step has one of lte, lt, gte and gt, and may name a metric of
  its own.
-#}
{% macro step_points(part) %}
    {%- set signs = {'lte': '<=', 'lt': '<', 'gte': '>=', 'gt': '>'} -%}
    {%- if part.steps | length == 1 -%}
    {{ sql_literal(part.steps[0].points) }}
    {%- else -%}
    case
        {%- for step in part.steps %}
        {%- for operator in step if operator in signs %}
        when {{ step.metric or part.metric }} {{ signs[operator] }} {{ sql_literal(step[operator]) }}
            then {{ sql_literal(step.points) }}
        {%- else %}
        else {{ sql_literal(step.points) }}
        {%- endfor %}
        {%- endfor %}
    end
    {%- endif -%}
{%- endmacro %}
