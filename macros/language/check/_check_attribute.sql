{#- Checks a property or metric condition: its name, and at least one good operator. -#}
{% macro _check_attribute(condition, form, path, scope, context) %}
    {% set name = condition[form] %}
    {% set here = path ~ '.' ~ form %}
    {% if name is not string or not name or (form == 'property' and '' in name.split('.')) %}
        {% do _problem(
            context, here, 'a ' ~ form ~ ' has a name', found=name,
            expected='a column, or a path with dots between its keys'
                if form == 'property' else 'a column of a customer mart'
        ) %}
    {% elif form == 'metric' and name not in context.metrics %}
        {% do _problem(
            context, here, 'unknown metric' ~ (
                ' (there is a property of this name)' if name in context.properties else ''
            ), found=name, expected=context.metrics.keys() | sort,
            suggestion=similar_name(name, context.metrics)
        ) %}
    {% endif %}
    {% set operators = condition.keys() | select('in', context.vocabulary.operators) | list %}
    {% if not operators %}
        {% do _problem(
            context, path, 'a ' ~ form ~ ' without an operator',
            found=condition.keys() | list, expected=context.vocabulary.operators.keys() | list
        ) %}
    {% endif %}
    {% for operator in operators %}
        {% do _check_operand(
            context.vocabulary.operators[operator].operand, condition[operator],
            path ~ '.' ~ operator, context
        ) %}
    {% endfor %}
    {% if 'ignore_case' in condition and condition.ignore_case is not boolean %}
        {% do _problem(
            context, path ~ '.ignore_case', 'a value of the wrong type',
            found=condition.ignore_case, expected='true or false'
        ) %}
    {% endif %}
    {% do _warn_of_types(condition, form, operators, path, scope, context) %}
{% endmacro %}
