{#-
  Stops with an input_error when a column that is mapped is in none of the files and never
  was. Files that were read before are only looked at when a column is in no other.
-#}
{% macro check_input_columns(feed, table) %}
    {% set names = mapped_names(table, with_lambdas=false) %}
    {% set files = input_files(feed) %}
    {% set memory = {'options': {}, 'columns': []} if flags.FULL_REFRESH
        else input_memory(feed) %}
    {% set options = memory.options or found_options(files[0].file, table, names) %}
    {% do remember_input(feed, options, memory.columns) %}
    {% set columns = memory.columns %}
    {% set unread = unread_input_files(feed, files) %}
    {% set known = {} %}
    {% for name in columns %}{% do known.update({name | lower: true}) %}{% endfor %}
    {% for some in [unread, files] %}
        {% set missing = missing_names(names, columns) %}
        {% for name in (seen_columns(feed, some, missing) if loop.first or missing else [])
            if name | lower not in known %}
            {% do columns.append(name) %}
            {% do known.update({name | lower: true}) %}
        {% endfor %}
    {% endfor %}
    {% do check_required_columns(feed, table, unread) %}
    {% set missing = missing_names(names, columns) %}
    {% for column, expression in asked_expressions(table).items() %}
        {% set parsed = parse_expression(expression) %}
        {% for name in parsed.columns if name in missing %}
            {{ input_error(
                expression_place(feed, table, column, expression),
                "the files have no column '" ~ name ~ "'",
                (columns | join(', ')) ~ (' (is the delimiter right?)' if columns | length == 1),
                name, columns
            ) }}
        {% endfor %}
    {% endfor %}
    {% do remember_input(feed, options, columns) %}
{% endmacro %}
