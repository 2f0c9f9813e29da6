{#-
  One measure of an event condition as SQL. An average is never divided out: sum is
  compared with the operand times the number of values, which is exact.
-#}
{% macro _compile_measure(measure, comparison, condition, context) %}
    {% set field = comparison.get('of') %}
    {% if measure == 'avg' %}
        {% set values = leaf_of(condition, 'values', field, context) %}
        {% set sum = leaf_of(condition, 'sum', field, context) %}
        {% set side, times = 'case when ' ~ values ~ ' > 0 then ' ~ sum ~ ' end', ' * ' ~ values %}
    {% else %}
        {% set side, times = leaf_of(condition, measure, field, context), '' %}
    {% endif %}
    {% set signs = {'equals': '=', 'gt': '>', 'gte': '>=', 'lt': '<', 'lte': '<=', 'in': 'in'} %}
    {% set parts = [] %}
    {% for operator, operand in comparison.items() if operator != 'of' %}
        {% set negates = context.vocabulary.operators[operator].negates %}
        {% set positive = negates or operator %}
        {% set literals = [] %}
        {% for value in (operand if _is_list(operand) else [operand]) %}
            {% do literals.append(sql_literal(value) ~ times) %}
        {% endfor %}
        {% if positive == 'between' %}
            {% set holds = side ~ ' between ' ~ (literals | join(' and ')) %}
        {% elif positive == 'in' %}
            {% set holds = side ~ ' in (' ~ (literals | join(', ')) ~ ')' %}
        {% else %}
            {% set holds = side ~ ' ' ~ signs[positive] ~ ' ' ~ literals[0] %}
        {% endif %}
        {% if measure in ['avg', 'min', 'max'] %}
            {% set holds = 'coalesce(' ~ holds ~ ', false)' %}
        {% endif %}
        {% do parts.append(('not (' ~ holds ~ ')') if negates else holds) %}
    {% endfor %}
    {{ return(parts | join(' and ')) }}
{% endmacro %}
