{#-
  Where an income begins: the amount itself, or the lower end of a bracket as 50-74K, $100,000+
  or Under 15K; null for a bracket without numbers.

  amount: an expression of the number, null where the text is none. text: the text.
-#}
{% macro income_from(amount, text) -%}
    {%- set plain = 'replace(lower(' ~ text ~ "), ',', '')" -%}
    {%- set number = '([0-9]+([.][0-9]+)?)' -%}
    case
        when {{ amount }} is not null then {{ amount }}
        when {{ matches_pattern(plain, "'^ *(under|below|less|up to|<)'") }}
            then case when {{ matches_pattern(plain, "'[0-9]'") }} then 0 end
        else
            try_cast(regexp_extract({{ plain }}, '{{ number }}', 1) as decimal(28, 10))
            * case regexp_extract({{ plain }}, '[0-9] *([km])', 1)
                when 'k' then 1000
                when 'm' then 1000000
                else 1
            end
    end
{%- endmacro %}
