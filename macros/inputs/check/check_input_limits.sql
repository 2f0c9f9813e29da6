{#-
  Stops the run, before any table is touched, when the vars input_checks or on_conflict are
  wrong.
-#}
{% macro check_input_limits() %}
    {% set names = ['rejected_share', 'unreadable_share', 'conflicting_events', 'silence'] %}
    {% set where = 'var input_checks' %}
    {% if var('on_conflict') not in ['first', 'last', 'error'] %}
        {{ input_error(
            'var on_conflict', "'" ~ var('on_conflict') ~ "' is none of them",
            'first, last, error', var('on_conflict') | string, ['first', 'last', 'error']
        ) }}
    {% endif %}
    {% for name, limits in var('input_checks').items() %}
        {% if name not in names %}
            {{ input_error(where, "unknown check '" ~ name ~ "'", names | join(', '), name, names) }}
        {% elif limits is not mapping %}
            {{ input_error(where ~ '.' ~ name, 'is not a mapping', '{warn_above: …, fail_above: …}') }}
        {% endif %}
        {% for key, value in limits.items() %}
            {% if key not in ['warn_above', 'fail_above'] %}
                {{ input_error(
                    where ~ '.' ~ name, "unknown key '" ~ key ~ "'", 'warn_above, fail_above',
                    key, ['warn_above', 'fail_above']
                ) }}
            {% elif value is not none and (value is not number or value is boolean) %}
                {{ input_error(
                    where ~ '.' ~ name ~ '.' ~ key, "'" ~ value ~ "' is no number",
                    'a number, or null for none'
                ) }}
            {% endif %}
        {% endfor %}
    {% endfor %}
{% endmacro %}
