{#-
  Stops with an input_error when an expression of an input table does not parse, names a
  column that the files do not have, or has a type that cannot become its column's.

  table_name: events, customers or subscriptions. table: its meta.
-#}
{% macro check_input_expressions(table_name, table) %}
    {% set files = input_files(table_name) %}
    {% set paths = files | map(attribute='file') | list %}
    {% set reader = read_files(paths, table.format, table.options or {}) %}
    {% set names = run_query('describe select * from ' ~ reader).columns[0].values() | list %}
    {% set known = names | map('lower') | list + ['source_row'] %}
    {% for column, expression in table.columns.items() %}
        {% set where = table_name ~ '.' ~ column ~ ' (' ~ expression ~ ')' %}
        {% set parsed = parse_expression(expression) %}
        {% if parsed.error %}
            {{ input_error(
                where, parsed.error,
                'one SQL expression (a column named like an SQL word goes in double quotes)'
            ) }}
        {% endif %}
        {% for name in parsed.columns if name | lower not in known %}
            {{ input_error(
                where, "the files have no column '" ~ name ~ "'",
                (names | join(', ')) ~ (' (is the delimiter right?)' if names | length == 3),
                name, names | reject('in', ['filename', 'file_row_number']) | list
            ) }}
        {% endfor %}
    {% endfor %}
    {% set types = input_types(table_name, files) %}
    {% for column in canonical_columns(table_name) if column.name in table.columns %}
        {% set allowed = allowed_types(column.kind) %}
        {% set type = types[column.name] %}
        {% if allowed and modules.re.sub('\\(.*', '', type) not in allowed %}
            {{ input_error(
                table_name ~ '.' ~ column.name ~ ' (' ~ table.columns[column.name] ~ ')',
                'the expression is of type ' ~ type, allowed | join(', ')
            ) }}
        {% endif %}
    {% endfor %}
{% endmacro %}

{#- The types that an expression for a kind of column may have; empty: any. -#}
{% macro allowed_types(kind) %}
    {% set numbers = [
        'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', 'USMALLINT',
        'UINTEGER', 'UBIGINT', 'FLOAT', 'DOUBLE', 'DECIMAL', 'VARCHAR', '"NULL"',
    ] %}
    {% set times = [
        'TIMESTAMP', 'TIMESTAMP WITH TIME ZONE', 'TIMESTAMP_S', 'TIMESTAMP_MS',
        'TIMESTAMP_NS', 'DATE', 'VARCHAR', '"NULL"',
    ] %}
    {{ return({
        'number': numbers, 'integer': numbers, 'coordinate': numbers,
        'time': times, 'date': times,
    }.get(kind, [])) }}
{% endmacro %}
