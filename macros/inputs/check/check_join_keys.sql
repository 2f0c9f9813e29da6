{#-
  Stops with an input_error when the joins of an input table are not written as they can be.

  feed: see input_feeds(). table: its meta.
-#}
{% macro check_join_keys(feed, table) %}
    {% set keys = ['format', 'on', 'options', 'path'] %}
    {% for name, part in (table.get('join') or {}).items() %}
        {% set where = table.place ~ '.join.' ~ name %}
        {% if part is not mapping or not part.path or part.on is not mapping or not part.on
            or not modules.re.fullmatch('[a-z][a-z0-9_]*', name) %}
            {{ input_error(
                where, "'" ~ part ~ "'",
                'a name in small letters with path and on: {column of the row: column of the file}'
            ) }}
        {% endif %}
        {% for key in part if key not in keys %}
            {{ input_error(where, "unknown key '" ~ key ~ "'", keys | join(', '), key, keys) }}
        {% endfor %}
        {% if part.get('format', 'csv') not in ['csv', 'parquet'] %}
            {{ input_error(where ~ '.format', "'" ~ part.format ~ "'", 'csv, parquet') }}
        {% endif %}
    {% endfor %}
{% endmacro %}
