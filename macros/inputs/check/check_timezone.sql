{#-
  Stops with an input_error when the var timezone is no time zone: days would begin at no
  midnight, and a model would say so in the middle of a run.
-#}
{% macro check_timezone() %}
    {% set zones = time_zones() %}
    {% set zone = var('timezone') | string %}
    {% if zone not in zones %}
        {# who writes a city means the zone that ends with it #}
        {% set cities = [] %}
        {% for name in zones if (name | lower).endswith('/' ~ (zone | lower)) %}
            {% do cities.append(name) %}
        {% endfor %}
        {{ input_error(
            'var timezone', "'" ~ zone ~ "' is no time zone"
            ~ (". Did you mean '" ~ (cities | join("' or '")) ~ "'?" if cities else ''),
            'a name like Europe/Berlin, America/New_York or UTC',
            none if cities else zone, zones
        ) }}
    {% endif %}
{% endmacro %}
