{#-
  Stops the run unless a number of every part of a score adds up to a total.

  parts: {name: settings}. key: name of the number in the settings.
-#}
{% macro _check_sum(where, parts, key, total) %}
    {% set sum = (parts.values() | sum(attribute=key)) | round(9) %}
    {% if sum != total %}
        {% set found = [] %}
        {% for name, part in parts.items() %}{% do found.append(name ~ ' ' ~ part[key]) %}{% endfor %}
        {{ config_error(
            where, (found | join(', ')) ~ ', in sum ' ~ sum,
            'a ' ~ key ~ ' for each part, in sum ' ~ total
        ) }}
    {% endif %}
{% endmacro %}
