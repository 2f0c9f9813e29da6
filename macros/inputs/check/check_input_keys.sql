{#-
  Stops with an input_error when an input table's YAML has an unknown key, format,
  option or column, or lacks a path or a required column.

  table_name: events, customers or subscriptions. table: its meta.
-#}
{% macro check_input_keys(table_name, table) %}
    {% set keys = [
        'columns', 'format', 'join', 'max_rejected_share', 'options', 'path', 'rows',
    ] %}
    {% set formats = ['csv', 'json', 'parquet'] %}
    {% set names = canonical_columns(table_name) | map(attribute='name') | list %}
    {% for key in table if key not in keys + ['conditions', 'written'] %}
        {{ input_error(
            table_name, "unknown key '" ~ key ~ "'", keys | join(', '), key, keys
        ) }}
    {% endfor %}
    {% if not table.path %}
        {{ input_error(table_name ~ '.path', 'is missing', 'a path, a glob or a list of them') }}
    {% endif %}
    {% if table.format not in formats %}
        {{ input_error(
            table_name ~ '.format', "'" ~ table.format ~ "'", formats | join(', '),
            table.format, formats
        ) }}
    {% endif %}
    {% do check_input_options(table_name, table) %}
    {% do check_input_rows(table_name, table) %}
    {% do check_join_keys(table_name, table) %}
    {% if table.columns is not mapping %}
        {{ input_error(table_name ~ '.columns', 'is not a mapping', 'column: SQL expression') }}
    {% endif %}
    {% for name, expression in table.columns.items() %}
        {% if name not in names %}
            {{ input_error(
                table_name ~ '.columns', "unknown column '" ~ name ~ "'", names | join(', '),
                name, names
            ) }}
        {% elif expression is mapping %}
            {{ input_error(
                table_name ~ '.' ~ name, tojson(expression) ~ ' has no column',
                '{column: an SQL expression, format: of strptime or decimal: ","}'
            ) }}
        {% elif expression is not string and expression is not number %}
            {{ input_error(
                table_name ~ '.' ~ name, "'" ~ expression ~ "' is no text", 'an SQL expression'
            ) }}
        {% endif %}
    {% endfor %}
    {% for column in canonical_columns(table_name) %}
        {% if column.required and column.name not in table.columns
            and not (column.name == 'customer_id' and 'anonymous_id' in table.columns) %}
            {{ input_error(
                table_name ~ '.' ~ column.name, 'the required column has no expression',
                'an SQL expression over the columns of the file'
            ) }}
        {% endif %}
    {% endfor %}
{% endmacro %}
