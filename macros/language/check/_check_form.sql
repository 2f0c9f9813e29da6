{#- Checks what stands under the form of a condition. -#}
{% macro _check_form(condition, form, path, scope, depth, context) %}
    {% set value = condition[form] %}
    {% set here = path ~ '.' ~ form %}
    {% if form in ['all', 'any'] %}
        {% if not _is_list(value) or not value %}
            {% do _problem(
                context, here, 'a list of conditions, at least one, is needed', found=value,
                expected='- one condition per item'
            ) %}
        {% else %}
            {% for part in value %}
                {% do _check_condition(
                    part, here ~ '[' ~ loop.index0 ~ ']', scope, depth + 1, context
                ) %}
            {% endfor %}
        {% endif %}
    {% elif form == 'not' %}
        {% do _check_condition(value, here, scope, depth + 1, context) %}
    {% elif form == 'event' %}
        {% do _check_event(condition, path, depth, context) %}
    {% elif form in ['property', 'metric'] %}
        {% do _check_attribute(condition, form, path, scope, context) %}
    {% elif form == 'segment' %}
        {% do _check_reference(value, here, context) %}
    {% elif form == 'match' %}
        {% do _check_match(value, here, context) %}
    {% elif form == 'template' %}
        {% do _check_template_use(condition, path, depth, context) %}
    {% endif %}
{% endmacro %}
