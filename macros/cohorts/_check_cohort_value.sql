{#- Checks the value of one key of a cohort's meta that is not one of a few words. -#}
{% macro _check_cohort_value(key, value, context) %}
    {% if key == 'first' %}
        {% if value is not mapping or value.keys() | list != ['event'] %}
            {% do _problem(
                context, key, 'a first event is named', found=value,
                expected='event: a name, or a list of names'
            ) %}
        {% elif value.event == '*' or value.event == ['*'] %}
            {% do _problem(
                context, 'first.event', 'the first event of any type has a word',
                found=value.event, expected='starts_with: first_event'
            ) %}
        {% else %}
            {% do _check_event_names(value.event, 'first.event', context) %}
        {% endif %}
    {% elif key == 'entered_segment' %}
        {% if cohort_segment(value) not in context.segments %}
            {% do _problem(
                context, key, 'unknown segment, or value of a dimension without history',
                found=value, expected=context.segments | sort,
                suggestion=similar_name(value, context.segments)
            ) %}
        {% endif %}
    {% elif key == 'between' %}
        {% do _check_window('between', value, key, context) %}
    {% elif key == 'tenants' %}
        {% do _check_meta('tenants', value, context) %}
    {% elif value is not integer or value is boolean or value < 0 %}
        {% do _problem(
            context, key, 'a value of the wrong type', found=value,
            expected='a whole number, 0 or more'
        ) %}
    {% endif %}
{% endmacro %}
