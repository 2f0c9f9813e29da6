{#-
  Whether a condition holds wherever another one does, as far as that can be seen: the
  two are equal, or the first is one bound of a metric that the second keeps within.

  Nothing is claimed of other conditions: the answer for them is false.
-#}
{% macro condition_covers(wide, narrow) %}
    {% if wide is not mapping or narrow is not mapping %}
        {{ return(false) }}
    {% elif tojson(wide, sort_keys=true) == tojson(narrow, sort_keys=true) %}
        {{ return(true) }}
    {% elif 'all' in narrow and _is_list(narrow.all) %}
        {% for part in narrow.all if condition_covers(wide, part) %}
            {{ return(true) }}
        {% endfor %}
    {% endif %}
    {% set bounds = wide.keys() | reject('in', ['metric', 'points']) | list %}
    {% if wide.metric is not defined or narrow.metric != wide.metric or bounds | length != 1 %}
        {{ return(false) }}
    {% endif %}
    {% set bound, limit = bounds[0], wide[bounds[0]] %}
    {% if bound not in ['lte', 'lt', 'gte', 'gt'] or not _is_number(limit) %}
        {{ return(false) }}
    {% endif %}
    {% set strict = bound in ['lt', 'gt'] %}
    {% set same = ['lte', 'lt'] if bound in ['lte', 'lt'] else ['gte', 'gt'] %}
    {% for operator, value in narrow.items() if operator in same + ['equals'] %}
        {% if _is_number(value) %}
            {% set ahead = limit - value if 'lt' in same else value - limit %}
            {% if ahead > 0 or (ahead == 0 and (not strict or operator in ['lt', 'gt'])) %}
                {{ return(true) }}
            {% endif %}
        {% endif %}
    {% endfor %}
    {{ return(false) }}
{% endmacro %}
