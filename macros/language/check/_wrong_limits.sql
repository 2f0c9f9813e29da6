{#-
  What is wrong with the settings of checks, as a list of [path, found, expected].

  settings: {check: {setting: value}}. is_own: whether they are a segment's own, which
  may name some, or the project's, which names all.
-#}
{% macro _wrong_limits(settings, is_own) %}
    {% set checks, wrong = {}, [] %}
    {% for name, check in health_checks().items() if check.own or not is_own %}
        {% do checks.update({name: check.own if is_own
            else check.settings.keys() | list + ['severity']}) %}
    {% endfor %}
    {% set expected = {
        'share': 'a number from 0 to 1', 'number': 'a number from 0',
        'days': 'a whole number from 1', 'boolean': 'true or false',
        'severity': ['warn', 'fail', 'off'],
    } %}
    {% for name in checks if name not in settings and not is_own %}
        {% do wrong.append([name, none, 'settings of this check']) %}
    {% endfor %}
    {% for name, values in settings.items() %}
        {% if name not in checks or values is not mapping %}
            {% do wrong.append([name, values if name in checks else name,
                'a mapping of settings' if name in checks else checks.keys() | list]) %}
        {% else %}
            {% for key in checks[name] if key not in values and not is_own %}
                {% do wrong.append([name ~ '.' ~ key, none, 'a value']) %}
            {% endfor %}
            {% for key, value in values.items() %}
                {% set kind = dict(health_checks()[name].settings, severity='severity')[key]
                    if key in checks[name] else none %}
                {% if kind is none %}
                    {% do wrong.append([name, key, checks[name]]) %}
                {% elif kind == 'severity' and value not in expected.severity
                    or kind == 'boolean' and value is not boolean
                    or kind == 'days' and (value is not integer or value is boolean
                        or value < 1)
                    or kind == 'number' and (not _is_number(value) or value < 0)
                    or kind == 'share' and (not _is_number(value) or not 0 <= value <= 1) %}
                    {% do wrong.append([name ~ '.' ~ key, value, expected[kind]]) %}
                {% endif %}
            {% endfor %}
        {% endif %}
    {% endfor %}
    {{ return(wrong) }}
{% endmacro %}
