{#-
  The number that a text is, as an exact decimal, null when it is none: sign, digits,
  point and exponent with blanks around. Beyond digits × 10 it keeps ten decimals.

  text: an expression. digits: how many the type holds; 28 leave room for sums.
-#}
{% macro number_of_text(text, digits=38) %}
    {{ return(adapter.dispatch('number_of_text', 'segmentation')(text, digits)) }}
{% endmacro %}

{% macro default__number_of_text(text, digits) %}
    {% set pattern = ' *[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)? *' %}
    {{ return(
        'case when regexp_full_match(' ~ text ~ ', ' ~ sql_text(pattern)
        ~ ') then try_cast(trim(' ~ text ~ ') as decimal(' ~ digits ~ ', 10)) end'
    ) }}
{% endmacro %}
