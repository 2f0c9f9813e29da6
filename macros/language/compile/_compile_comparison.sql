{#-
  An attribute beside an operand with a sign between them, both of the operand's kind.
-#}
{% macro _compile_comparison(sign, operand, attribute, ignore_case) %}
    {% set kind = _operand_kind(operand, attribute) %}
    {% set left, right = attribute_as(kind, attribute), sql_literal(operand) %}
    {% if kind == 'date' %}
        {% set right = 'date ' ~ right %}
    {% elif kind == 'text' and ignore_case %}
        {% set left, right = 'lower(' ~ left ~ ')', 'lower(' ~ right ~ ')' %}
    {% endif %}
    {{ return(left ~ ' ' ~ sign ~ ' ' ~ right) }}
{% endmacro %}
