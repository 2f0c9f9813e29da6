{#-
  The segment_id that `entered_segment` means: a value of a dimension may be written as
  the dimension writes it (value_class.High-Value Customer).
-#}
{% macro cohort_segment(name) %}
    {% set dimension, dot, value = (name | string).partition('.') %}
    {{ return(dimension ~ dot ~ value_id(value)) }}
{% endmacro %}
