{#-
  The conditions that a match stands for, as a list: a metric goes before a property.
  {weekly_sessions: ">= 5"} becomes [{metric: weekly_sessions, gte: 5}].
-#}
{% macro expand_match(match, context) %}
    {% set signs = {'>=': 'gte', '<=': 'lte', '!=': 'not_equals', '>': 'gt', '<': 'lt'} %}
    {% set conditions = [] %}
    {% for name, shorthand in match.items() %}
        {% set condition = {'metric' if name in context.metrics else 'property': name} %}
        {% set signed = modules.re.match('(>=|<=|!=|>|<) *(.*?) *\\Z', shorthand, modules.re.DOTALL)
            if shorthand is string %}
        {% set range = modules.re.match('([0-9]+(?:\\.[0-9]+)?)-([0-9]+(?:\\.[0-9]+)?)\\Z', shorthand)
            if shorthand is string %}
        {% if _is_list(shorthand) %}
            {% do condition.update({'in': shorthand}) %}
        {% elif signed %}
            {% set sign, operand = signed.group(1), signed.group(2) %}
            {% do condition.update({signs[sign]: _typed_word(operand, sign == '!=')}) %}
        {% elif range %}
            {% do condition.update({
                'between': [_typed_word(range.group(1)), _typed_word(range.group(2))]
            }) %}
        {% else %}
            {% do condition.update({'equals': shorthand}) %}
        {% endif %}
        {% do conditions.append(condition) %}
    {% endfor %}
    {{ return(conditions) }}
{% endmacro %}
