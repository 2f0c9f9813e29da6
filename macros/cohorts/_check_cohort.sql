{#- Checks the meta of one cohort definition: its keys, their values, what must be there. -#}
{% macro _check_cohort(meta, context) %}
    {% set keys = cohort_meta_keys() %}
    {% if meta is not mapping or not meta %}
        {% do _problem(
            context, 'meta', 'a cohort has its rules in config.meta', found=meta,
            expected='a mapping with cohort_type'
        ) %}
        {{ return(none) }}
    {% endif %}
    {% for key, value in meta.items() %}
        {% if key not in keys %}
            {% do _problem(
                context, 'meta', 'unknown key of a cohort', found=key,
                expected=keys.keys() | list, suggestion=similar_name(key, keys)
            ) %}
        {% elif 'values' in keys[key] and value not in keys[key]['values'] %}
            {% do _problem(
                context, key, 'unknown ' ~ key, found=value, expected=keys[key]['values'],
                suggestion=similar_name(value, keys[key]['values'])
            ) %}
        {% elif 'values' not in keys[key] %}
            {% do _check_cohort_value(key, value, context) %}
        {% endif %}
    {% endfor %}
    {% if 'cohort_type' not in meta %}
        {% do _problem(
            context, 'meta', 'a cohort needs a cohort_type', found=meta.keys() | list,
            expected=keys.cohort_type['values']
        ) %}
    {% endif %}
    {% for choice in [['starts_with', 'first', 'entered_segment'], ['every', 'between']] %}
        {% set chosen = choice | select('in', meta) | list %}
        {% if chosen | length != 1 %}
            {% do _problem(
                context, 'meta', 'a cohort has exactly one of ' ~ (choice | join(', ')),
                found=chosen, expected='one of them'
            ) %}
        {% endif %}
    {% endfor %}
{% endmacro %}
