{#-
  An attribute in a list: the list is split by kind, each part compared as that kind.
-#}
{% macro _compile_in(operands, attribute, ignore_case) %}
    {% set lists = {} %}
    {% for operand in operands %}
        {% set kind = _operand_kind(operand, attribute) %}
        {% set literal = sql_literal(operand) %}
        {% if kind == 'date' %}
            {% set literal = 'date ' ~ literal %}
        {% elif kind == 'text' and ignore_case %}
            {% set literal = 'lower(' ~ literal ~ ')' %}
        {% endif %}
        {% do lists.setdefault(kind, []).append(literal) %}
    {% endfor %}
    {% set parts = [] %}
    {% for kind, literals in lists.items() %}
        {% set left = attribute_as(kind, attribute) %}
        {% if kind == 'text' and ignore_case %}
            {% set left = 'lower(' ~ left ~ ')' %}
        {% endif %}
        {% set holds = left ~ ' in (' ~ (literals | join(', ')) ~ ')' %}
        {% do parts.append(
            holds if lists | length == 1 else 'coalesce(' ~ holds ~ ', false)'
        ) %}
    {% endfor %}
    {{ return(parts | join(' or ')) }}
{% endmacro %}
