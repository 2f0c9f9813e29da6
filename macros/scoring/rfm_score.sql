{#-
  An expression that scores a part of an RFM model 1 to 5, between four cut points.

  part: recency, frequency or monetary, a column of `customers`; its quintiles are a list of
  `cuts`. score: {cuts} or {quintiles, ties}. better: low (recency: at most the first cut is
  a 5) or high (at least the last cut is a 5; above it, for quintiles). Equal values get
  equal scores, and a missing value the lowest one; with `ties: split` the customers are cut
  into five equal parts instead, those of one value in the order of their ids.
-#}
{% macro rfm_score(part, score, better) %}
    {%- set value = 'customers.' ~ part -%}
    {%- if score.get('ties') == 'split' -%}
    cast(
            ntile(5) over (
                partition by customers.tenant_id
                order by
                    {{ value }} {{ 'desc nulls first' if better == 'low' else 'asc nulls first' }},
                    customers.customer_id
            ) as integer
        )
    {%- else -%}
    {%- set beyond = '>=' if better == 'high' and score.cuts is defined else '>' -%}
    {%- set steps = [] -%}
    {%- for step in range(4) -%}
        {%- set cut = score.cuts[step] if score.cuts is defined
            else 'cuts.' ~ part ~ '[' ~ (step + 1) ~ ']' -%}
        {%- do steps.append('cast(' ~ value ~ ' ' ~ beyond ~ ' ' ~ cut ~ ' as integer)') -%}
    {%- endfor -%}
    {%- set passed = steps | join(' + ') -%}
    {%- if better == 'high' -%}
    1 + coalesce({{ passed }}, 0)
    {%- else -%}
    5 - coalesce({{ passed }}, 4)
    {%- endif -%}
    {%- endif -%}
{% endmacro %}
