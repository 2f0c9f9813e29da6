{#-
  One end of a company size that is given as a number (51), a range (51-200) or an open
  range (500+, which has no upper end); null for any other text.

  text: an expression without thousands separators. bound: 1 the lower end, 2 the upper.
-#}
{% macro company_size_bound(text, bound) -%}
    case
        when {{ matches_pattern(text, "'^ *[0-9]+ *$'") }}
            then try_cast(trim({{ text }}) as bigint)
        when {{ matches_pattern(text, "'^ *[0-9]+ *(-|–|to) *[0-9]+( employees)? *$'") }}
            then try_cast(regexp_extract({{ text }}, '([0-9]+)[^0-9]+([0-9]+)', {{ bound }}) as bigint)
        {%- if bound == 1 %}
        when {{ matches_pattern(text, "'^ *[0-9]+ *[+]( employees)? *$'") }}
            then try_cast(regexp_extract({{ text }}, '[0-9]+') as bigint)
        {%- endif %}
    end
{%- endmacro %}
