{#-
  Whole years on a day: by the date of birth, else as given; null outside 0 to 120.

  birth_date, age, day: expressions.
-#}
{% macro age_on(birth_date, age, day) -%}
    case
        when
            coalesce({{ years_between(birth_date, day) }}, {{ age }}) between 0 and 120
            then coalesce({{ years_between(birth_date, day) }}, {{ age }})
    end
{%- endmacro %}
