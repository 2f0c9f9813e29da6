{#-
  Whether a value of a definition is a number that can be compared: finite, below 1e28.
-#}
{% macro _is_number(value) %}
    {{ return(value is number and value is not boolean and -1e28 < value < 1e28) }}
{% endmacro %}
