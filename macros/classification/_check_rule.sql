{#- Notes the problems of one rule of a dimension: its keys, its value, its condition. -#}
{% macro _check_rule(rule, here, context) %}
    {% set form = '{value: a text, when: a condition} or {value_of: a text metric}' %}
    {% if rule is not mapping or ('value' in rule) == ('value_of' in rule) %}
        {% do _problem(context, here, 'a rule has a value or value_of', found=rule, expected=form) %}
        {{ return(none) }}
    {% endif %}
    {% for key in rule if key not in ['value', 'value_of', 'when'] %}
        {% do _problem(
            context, here, 'unknown key', found=key, expected=['value', 'value_of', 'when'],
            suggestion=similar_name(key, ['value', 'value_of', 'when'])
        ) %}
    {% endfor %}
    {% if 'value' in rule and (rule.value is not string or not rule.value) %}
        {% do _problem(
            context, here ~ '.value', 'a value is a text', found=rule.value,
            expected='a text; quote what YAML reads as a number or a boolean'
        ) %}
    {% endif %}
    {% if 'value_of' in rule %}
        {% set texts = [] %}
        {% for name, column in context.metrics.items() if column.kind == 'text' %}
            {% do texts.append(name) %}
        {% endfor %}
        {% if rule.value_of not in texts %}
            {% do _problem(
                context, here ~ '.value_of', 'no text metric', found=rule.value_of,
                expected=texts | sort, suggestion=similar_name(rule.value_of | string, texts)
            ) %}
        {% endif %}
    {% endif %}
    {% if 'when' in rule %}
        {% do _check_condition(rule.when, here ~ '.when', 'customer', 1, context) %}
    {% endif %}
{% endmacro %}
