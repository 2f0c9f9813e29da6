{#-
  An expression that scores a value 1 to 5 between four cut points.

  value: an SQL expression. cuts: an SQL list, used when the score asks for quintiles.
  score: {cuts} or {quintiles}. better: low (recency: at most the first cut is a 5) or
  high (at least the last cut is a 5; above it, for quintiles). Equal values get equal
  scores, and a missing value gets the lowest one.
-#}
{% macro rfm_score(value, cuts, score, better) %}
    {%- set beyond = '>=' if better == 'high' and score.cuts is defined else '>' -%}
    {%- set steps = [] -%}
    {%- for step in range(4) -%}
        {%- set cut = score.cuts[step] if score.cuts is defined else cuts ~ '[' ~ (step + 1) ~ ']' -%}
        {%- do steps.append('cast(' ~ value ~ ' ' ~ beyond ~ ' ' ~ cut ~ ' as integer)') -%}
    {%- endfor -%}
    {%- set passed = steps | join(' + ') -%}
    {%- if better == 'high' -%}
    1 + coalesce({{ passed }}, 0)
    {%- else -%}
    5 - coalesce({{ passed }}, 4)
    {%- endif -%}
{% endmacro %}
