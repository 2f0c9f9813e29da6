{#- An event condition as SQL over leaves, which it notes in the context. -#}
{% macro _compile_event(condition, context) %}
    {% set parts = [] %}
    {% for measure, comparison in condition.items() if measure in context.vocabulary.measures %}
        {% do parts.append(_compile_measure(measure, comparison, condition, context)) %}
    {% endfor %}
    {% if 'occurred' in condition or not parts %}
        {% set wanted = '= 0' if condition.occurred is false else '>= 1' %}
        {% do parts.append(leaf_of(condition, 'count', none, context) ~ ' ' ~ wanted) %}
    {% endif %}
    {{ return('(' ~ (parts | join(' and ')) ~ ')') }}
{% endmacro %}
