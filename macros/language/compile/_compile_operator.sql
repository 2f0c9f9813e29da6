{#-
  One operator on one attribute as SQL; null where the value is missing.

  operator: a positive one. operand: its value. attribute: see _attribute().
-#}
{% macro _compile_operator(operator, operand, attribute, ignore_case) %}
    {% set signs = {'equals': '=', 'gt': '>', 'gte': '>=', 'lt': '<', 'lte': '<='} %}
    {% if operator in signs %}
        {{ return(_compile_comparison(signs[operator], operand, attribute, ignore_case)) }}
    {% elif operator == 'between' %}
        {{ return(
            _compile_comparison('>=', operand[0], attribute, ignore_case) ~ ' and '
            ~ _compile_comparison('<=', operand[1], attribute, ignore_case)
        ) }}
    {% elif operator == 'in' %}
        {{ return(_compile_in(operand, attribute, ignore_case)) }}
    {% elif operator == 'is_set' %}
        {{ return(('' if operand else 'not ') ~ '(' ~ attribute.is_set ~ ')') }}
    {% elif operator in ['before', 'after'] %}
        {{ return(
            attribute_as('date', attribute) ~ (' < ' if operator == 'before' else ' > ')
            ~ 'date ' ~ sql_text(operand)
        ) }}
    {% elif operator in ['within_last', 'older_than'] %}
        {{ return(_compile_age(operator, operand, attribute)) }}
    {% endif %}
    {% set text = attribute_as('text', attribute) %}
    {% set wanted = sql_text(operand) %}
    {% if operator == 'matches' %}
        {{ return(matches_pattern(text, wanted, ignore_case)) }}
    {% endif %}
    {% if ignore_case %}
        {% set text, wanted = 'lower(' ~ text ~ ')', 'lower(' ~ wanted ~ ')' %}
    {% endif %}
    {% if operator == 'contains' %}
        {{ return('contains(' ~ text ~ ', ' ~ wanted ~ ')') }}
    {% elif operator == 'starts_with' %}
        {{ return(text_begins(text, wanted)) }}
    {% endif %}
    {{ return(text_ends(text, wanted)) }}
{% endmacro %}
