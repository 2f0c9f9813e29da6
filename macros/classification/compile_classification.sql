{#-
  The ordered rules of a dimension as one case expression: the first that holds gives the
  value.

  rules: checked before; each has a value, or value_of (a text metric, skipped where it is
  missing), and `when`, a condition; the last holds for everybody. context: see
  condition_context().
-#}
{% macro compile_classification(rules, context) %}
    {% set branches = [] %}
    {% for rule in rules %}
        {% set conditions, value = [], none %}
        {% if 'value_of' in rule %}
            {% set condition = {'metric': rule.value_of, 'is_set': true} %}
            {% do conditions.append(compile_condition(condition, context)) %}
            {% set value = context.metrics[rule.value_of].sql %}
        {% else %}
            {% set value = sql_text(rule.value) %}
        {% endif %}
        {% if 'when' in rule %}
            {% do conditions.append(compile_condition(rule.when, context)) %}
        {% endif %}
        {% if conditions %}
            {% do branches.append(
                'when ' ~ (conditions | join(' and ')) ~ ' then ' ~ value
            ) %}
        {% else %}
            {% do branches.append('else ' ~ value) %}
        {% endif %}
    {% endfor %}
    {{ return(
        'case\n        ' ~ (branches | join('\n        ')) ~ '\n    end'
        if branches | length > 1 else branches[0][5:]
    ) }}
{% endmacro %}
