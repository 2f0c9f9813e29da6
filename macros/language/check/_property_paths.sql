{#-
  The names of a condition that are paths in the customers' properties, as a list: not
  columns, not fields of events, and not those of segments that it refers to.
-#}
{% macro _property_paths(condition, context) %}
    {% set parts = condition.get('all', condition.get('any', [])) %}
    {% if 'not' in condition %}
        {% set parts = [condition['not']] %}
    {% elif 'match' in condition %}
        {% set parts = expand_match(condition.match, context) %}
    {% elif 'template' in condition %}
        {% set parts = [expand_template(condition, context)] %}
    {% endif %}
    {% set paths = [] %}
    {% if 'property' in condition and condition.property not in context.properties %}
        {% do paths.append(condition.property) %}
    {% endif %}
    {% for part in parts %}
        {% do paths.extend(_property_paths(part, context)) %}
    {% endfor %}
    {{ return(paths) }}
{% endmacro %}
