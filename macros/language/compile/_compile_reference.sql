{#-
  A reference as SQL: the segment's own condition in its place, limited to its tenants;
  or the value of a dimension.
-#}
{% macro _compile_reference(name, context) %}
    {% if name in context.segments %}
        {{ return(compile_segment(name, context)) }}
    {% endif %}
    {% set dimension = name.split('.')[0] %}
    {% set described = context.metrics[dimension] %}
    {% set value = dimension_value(described, name[dimension | length + 1:]) %}
    {{ return(compile_condition({'metric': dimension, 'equals': value}, context)) }}
{% endmacro %}
