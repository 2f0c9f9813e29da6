{#-
  Stops with an input_error when a feed's YAML has an unknown key, format,
  option or column, or lacks a path or a required column.

  feed: see input_feeds(). table: its meta.
-#}
{% macro check_input_keys(feed, table) %}
    {% set keys = [
        'columns', 'database', 'format', 'join', 'max_rejected_share', 'options', 'path',
        'relation', 'rows', 'where',
    ] %}
    {% set formats = ['csv', 'json', 'parquet'] %}
    {% for key in table if key not in keys + ['conditions', 'place', 'written'] %}
        {{ input_error(
            table.place, "unknown key '" ~ key ~ "'", keys | join(', '), key, keys
        ) }}
    {% endfor %}
    {% if table.get('relation') %}
        {% do check_relation_keys(table) %}
    {% elif not table.path %}
        {{ input_error(
            table.place ~ '.path', 'is missing', 'a path, a glob or a list of them; or a relation'
        ) }}
    {% elif table.format not in formats %}
        {{ input_error(
            table.place ~ '.format', "'" ~ table.format ~ "'", formats | join(', '),
            table.format, formats
        ) }}
    {% endif %}
    {% do check_input_options(feed, table) %}
    {% do check_input_rows(feed, table) %}
    {% do check_join_keys(feed, table) %}
    {% if table.columns is not mapping %}
        {{ input_error(table.place ~ '.columns', 'is not a mapping', 'column: SQL expression') }}
    {% endif %}
    {% do check_mapped_columns(feed, table) %}
    {% for column in canonical_columns(feed) %}
        {% if column.required and column.name not in table.columns
            and not (column.name == 'customer_id' and 'anonymous_id' in table.columns) %}
            {{ input_error(
                table.place ~ '.' ~ column.name, 'the required column has no expression',
                'an SQL expression over the columns of the file'
            ) }}
        {% endif %}
    {% endfor %}
{% endmacro %}
