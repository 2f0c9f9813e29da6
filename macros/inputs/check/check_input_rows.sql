{#-
  Stops with an input_error when the `rows` of an input table are no list of events, or none
  of them is made of every row: such rows would be in no count.
-#}
{% macro check_input_rows(table_name, table) %}
    {% set rows = table.get('rows') %}
    {% if not rows %}{{ return(none) }}{% endif %}
    {% set names = canonical_columns(table_name) | map(attribute='name') | list + ['where'] %}
    {% set where = table_name ~ '.rows' %}
    {% if table_name != 'events' %}
        {{ input_error(where, 'only events have several of one row', 'columns') }}
    {% elif not _is_list(rows) or rows | reject('mapping') | list %}
        {{ input_error(where, "'" ~ rows ~ "' is no list of events", '- {event_type: …}') }}
    {% elif rows[0].get('where') %}
        {{ input_error(
            where ~ '[0].where', 'rows that do not meet it would be in no count',
            'a first event without where; the others may have one'
        ) }}
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
