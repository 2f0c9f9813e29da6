{#- Checks what stands under event: a name, or a list of names. -#}
{% macro _check_event_names(value, path, context) %}
    {% set names = value if _is_list(value) else [value] %}
    {% set texts = names | select('string') | select | list %}
    {% if not names or texts | length != names | length or ('*' in names and names != ['*']) %}
        {% do _problem(
            context, path, 'an event has a name', found=value,
            expected='a name, a list of names, or "*" alone for every event'
        ) %}
    {% endif %}
{% endmacro %}
