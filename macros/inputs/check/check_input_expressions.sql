{#-
  Stops with an input_error when an expression of an input table does not parse, names a
  column that none of the files has or had, looks at other rows, or has a type that cannot
  become its column's. What was found out about the files is remembered.

  feed: see input_feeds(). table: its meta.
-#}
{% macro check_input_expressions(feed, table) %}
    {% do create_input_memory() %}
    {% for column, expression in asked_expressions(table).items() %}
        {% set parsed = parse_expression(expression) %}
        {% set looked_into = [] %}
        {% for used in parsed.fields if used.split('.')[0] not in (table.get('join') or {}) %}
            {% do looked_into.append(used) %}
        {% endfor %}
        {% set where = expression_place(feed, table, column, expression) %}
        {% if parsed.error %}
            {{ input_error(
                where, parsed.error,
                'one SQL expression (a column named like an SQL word goes in double quotes)'
            ) }}
        {% elif parsed.has_window %}
            {{ input_error(
                where, 'a window function sees only the files of one run, so that rows would'
                ~ ' depend on when they were read',
                'an expression over one row'
            ) }}
        {% elif looked_into and table.format == 'json' and not parsed.has_lambda %}
            {% set path = looked_into[0].split('.') %}
            {{ input_error(
                where, "'" ~ looked_into[0] ~ "' looks into an object, but JSON is read as text",
                path[0] ~ " ->> '$." ~ (path[1:] | join('.')) ~ "'"
            ) }}
        {% endif %}
    {% endfor %}
    {% do check_input_columns(feed, table) %}
    {% set files = input_files(feed) %}
    {% set groups = groups_to_type(feed, files) %}
    {% for group in groups %}
        {% set types = input_types(feed, group) %}
        {% for column in canonical_columns(feed) if column.name in table.columns %}
            {% set allowed = allowed_types(column.kind) %}
            {% set type = types[column.name] %}
            {% if allowed and modules.re.sub('\\(.*', '', type) not in allowed %}
                {{ input_error(
                    expression_place(feed, table, column.name, table.columns[column.name]),
                    'the expression is of type ' ~ type
                    ~ (" in '" ~ group.files[0] ~ "'" if groups | length > 1 else ''),
                    allowed | join(', ')
                ) }}
            {% endif %}
        {% endfor %}
    {% endfor %}
{% endmacro %}
