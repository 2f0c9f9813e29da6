{#-
  The first day that any leaf of a group reaches, as an SQL expression over bounds; none
  when a leaf reaches back for ever.
-#}
{% macro earliest_start(leaves, bounds) %}
    {% set starts = {} %}
    {% for leaf in leaves %}
        {% set start = leaf.window['from'] %}
        {% if start is none %}
            {{ return(none) }}
        {% elif start is mapping %}
            {% do window_condition(leaf.window, bounds) %}
            {% do starts.update({'start_' ~ start.length ~ start.unit: true}) %}
        {% else %}
            {% do starts.update({'date ' ~ sql_text(start): true}) %}
        {% endif %}
    {% endfor %}
    {% set starts = starts.keys() | list %}
    {{ return(starts[0] if starts | length == 1 else 'least(' ~ (starts | join(', ')) ~ ')') }}
{% endmacro %}
