{#-
  Run at the start of every build: stops it, before any table is touched, with everything
  that is wrong in the var monitoring.
-#}
{% macro check_monitoring() %}
    {% if execute %}
        {% set settings, wrong = var('monitoring'), [] %}
        {% do _check_names('var monitoring', settings, ['health', 'accuracy', 'small_tenants_below']) %}
        {% if settings.health is mapping %}
            {% for path, found, expected in _wrong_limits(settings.health, false) %}
                {% do wrong.append(['health.' ~ path, found, expected]) %}
            {% endfor %}
        {% else %}
            {% do wrong.append(['health', settings.health, 'a mapping of checks']) %}
        {% endif %}
        {% set least = settings.small_tenants_below %}
        {% if not _is_number(least) or least < 0 %}
            {% do wrong.append(['small_tenants_below', least, 'a number from 0']) %}
        {% endif %}
        {% do wrong.extend(_wrong_predictions(settings.accuracy)) %}
        {% set texts = [] %}
        {% for path, found, expected in wrong %}
            {% set names = expected if _is_list(expected) else [] %}
            {% set near = similar_name(found, names) if found is string and names else none %}
            {% do texts.append(
                'var monitoring.' ~ path ~ ': found ' ~ _shown(found) ~ '. Allowed: '
                ~ (names[:40] | join(', ') or expected) ~ '.'
                ~ (' Did you mean ' ~ _shown(near) ~ '?' if near else '')
            ) %}
        {% endfor %}
        {% if texts %}
            {{ exceptions.raise_compiler_error(texts | join('\n')) }}
        {% endif %}
    {% endif %}
{% endmacro %}
