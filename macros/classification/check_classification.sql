{#- Notes every problem of the rules of one dimension in the context. -#}
{% macro check_classification(rules, context) %}
    {% if not _is_list(rules) or not rules %}
        {% do _problem(
            context, 'classify', 'rules are a list', found=rules,
            expected='{value: …, when: …}, and a last one without when'
        ) %}
        {{ return(none) }}
    {% endif %}
    {% for rule in rules %}
        {% set here = 'classify[' ~ loop.index0 ~ ']' %}
        {% set last = loop.last %}
        {% do _check_rule(rule, here, context) %}
        {% if rule is mapping %}
            {% set for_all = 'when' not in rule and 'value_of' not in rule %}
            {% if for_all and not last %}
                {% do _problem(
                    context, here, 'holds for everybody, so nobody reaches the rules after it',
                    found=rule, expected='a when, or the last place'
                ) %}
            {% elif last and not for_all %}
                {% do _problem(
                    context, here, 'customers could be left over: the last rule is for the rest',
                    found=rule, expected='{value: …} without when'
                ) %}
            {% endif %}
            {% for before in rules[:loop.index0] if before is mapping %}
                {% if 'value_of' not in before and 'when' in rule
                    and condition_covers(before.when, rule.when) %}
                    {% do _problem(
                        context, here, 'nobody can reach it: classify[' ~ loop.index0
                        ~ '] holds wherever it does', found=rule
                    ) %}
                {% endif %}
            {% endfor %}
        {% endif %}
    {% endfor %}
{% endmacro %}
