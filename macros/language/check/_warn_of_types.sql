{#-
  Warns of an operand that a column of known type can never equal, or orders as text.
-#}
{% macro _warn_of_types(condition, form, operators, path, scope, context) %}
    {% set columns = context.metrics if form == 'metric'
        else context.fields if scope == 'event' else context.properties %}
    {% set kind = columns.get(condition[form], {}).get('kind') %}
    {% for operator in operators %}
        {% set operand = condition[operator] %}
        {% set values = operand if _is_list(operand) else [operand] %}
        {% set message = none %}
        {% if kind in ['integer', 'decimal', 'float'] and operator in ['gt', 'gte', 'lt', 'lte', 'between']
            and values | select('string') | list %}
            {% set message = 'a number is compared letter by letter with a text' %}
        {% elif kind in ['boolean', 'date', 'timestamp'] and values | select('number') | list
            and values | select('boolean') | list | length == 0 %}
            {% set message = 'a ' ~ kind ~ ' is never a number' %}
        {% elif operator in ['equals', 'not_equals', 'in', 'not_in']
            and values | select('boolean') | list
            and (kind == 'text' or values | select('string') | list) %}
            {% set message = 'a text is never true or false, as YAML reads NO, ON and OFF;'
                ~ ' put it in quotes' %}
        {% elif kind in ['integer', 'decimal', 'float', 'boolean']
            and operator in ['before', 'after', 'within_last', 'older_than'] %}
            {% set message = 'this column is never a date' %}
        {% endif %}
        {% if message %}
            {% do _problem(
                context, path ~ '.' ~ operator, message, found=operand,
                expected='a value like those of ' ~ condition[form], severity='warning'
            ) %}
        {% endif %}
    {% endfor %}
{% endmacro %}
