{#-
  A reference as SQL: the segment's own condition in its place, limited to its tenants; or
  the value of a dimension, as it is written or as its id spells it (At-Risk, at_risk).
-#}
{% macro _compile_reference(name, context) %}
    {% if name in context.segments %}
        {{ return(compile_segment(name, context)) }}
    {% endif %}
    {% set dimension = name.split('.')[0] %}
    {% set column = context.metrics[dimension].sql %}
    {% do context.marts.update({context.metrics[dimension].relation: true}) %}
    {{ return(
        'coalesce(' ~ sql_text(name[dimension | length + 1:]) ~ ' in (' ~ column ~ ', '
        ~ value_id(column) ~ '), false)'
    ) }}
{% endmacro %}
