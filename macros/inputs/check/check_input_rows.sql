{#-
  Stops with an input_error when the `rows` of a feed are no list of events.
-#}
{% macro check_input_rows(feed, table) %}
    {% set rows = table.get('rows') %}
    {% if not rows %}{{ return(none) }}{% endif %}
    {% set names = canonical_columns(feed) | map(attribute='name') | list + ['where'] %}
    {% set where = table.place ~ '.rows' %}
    {% if feed != 'events' %}
        {{ input_error(where, 'only events have several of one row', 'columns') }}
    {% elif not _is_list(rows) or rows | reject('mapping') | list %}
        {{ input_error(where, "'" ~ rows ~ "' is no list of events", '- {event_type: …}') }}
    {% endif %}
    {% for row in rows %}
        {% for name in row if name not in names %}
            {{ input_error(
                where ~ '[' ~ (loop.index0) ~ ']', "unknown column '" ~ name ~ "'",
                names | join(', '), name, names
            ) }}
        {% endfor %}
    {% endfor %}
{% endmacro %}
