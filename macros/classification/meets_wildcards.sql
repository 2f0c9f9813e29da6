{#-
  A condition: whether a text is as a pattern says, in which * stands for any text and all
  else for itself; blanks around it and capitals do not count.

  text, pattern: expressions.
-#}
{% macro meets_wildcards(text, pattern) -%}
    lower(trim({{ text }})) like replace(
                    replace(replace(lower({{ pattern }}), '_', '!_'), '%', '!%'), '*', '%'
                ) escape '!'
{%- endmacro %}
