{#-
  STRATEGY's ordered rules over r, f and m, its labels as they are written there.

  scores: the alias of a relation with r, f and m.
-#}
{% macro rfm_rule_segment(scores) -%}
    {%- set rules = [
        ('Champions', 'r >= 4 and f >= 4 and m >= 4'),
        ('Loyal Customers', 'r >= 3 and f >= 3 and m >= 3'),
        ('New Customers', 'r >= 4 and f <= 2'),
        ('Potential Loyalists', 'r >= 3 and f <= 2 and m >= 3'),
        ('Promising', 'r >= 3 and f >= 3 and m <= 2'),
        ('Need Attention', 'r <= 2 and f >= 3 and m >= 3'),
        ('About to Sleep', 'r <= 2 and f >= 3 and m <= 2'),
        ('At Risk', 'r <= 2 and f <= 2 and m >= 3'),
        ('Cannot Lose Them', 'r <= 2 and f <= 2 and m <= 2'),
    ] -%}
    case
        {%- for label, rule in rules %}
        when {{ modules.re.sub('\\b([rfm])\\b', scores ~ '.\\1', rule) }} then '{{ label }}'
        {%- endfor %}
        else 'Others'
    end
{%- endmacro %}
