{#-
  The window of a leaf as a condition on event_date (or event_at, for hours), as a list
  of comparisons with columns of `bounds`, which it notes.

  bounds: a dict of {column: expression over int_as_of_date}, see bounds_query().
-#}
{% macro window_condition(window, bounds) %}
    {% set conditions = [] %}
    {% for sign, bound in [('>=', window['from']), ('<', window.to)] if bound is not none %}
        {% if bound is mapping %}
            {% set column = 'start_' ~ bound.length ~ bound.unit %}
            {% do bounds.update({column: window_start(bound)}) %}
            {% set at = 'event_at' if bound.unit == 'h' else 'event_date' %}
            {% do conditions.append(at ~ ' ' ~ sign ~ ' ' ~ column) %}
        {% else %}
            {% do conditions.append(
                'event_date ' ~ ('>=' if sign == '>=' else '<=') ~ ' date ' ~ sql_text(bound)
            ) %}
        {% endif %}
    {% endfor %}
    {{ return(conditions) }}
{% endmacro %}
