{#- A property or metric condition as SQL: all of its operators hold. -#}
{% macro _compile_attribute(condition, context, scope) %}
    {% set attribute = _attribute(condition, context, scope) %}
    {% set parts = [] %}
    {% for operator, operand in condition.items() if operator in context.vocabulary.operators %}
        {% set negates = context.vocabulary.operators[operator].negates %}
        {% set holds = _compile_operator(
            negates or operator, operand, attribute, condition.ignore_case
        ) %}
        {% do parts.append(('not ' if negates else '') ~ 'coalesce(' ~ holds ~ ', false)') %}
    {% endfor %}
    {{ return(parts[0] if parts | length == 1 else '(' ~ (parts | join(' and ')) ~ ')') }}
{% endmacro %}
