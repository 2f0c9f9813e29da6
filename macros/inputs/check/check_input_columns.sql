{#-
  Stops with an input_error when a column that is mapped is in none of the files and never
  was. Files that were read before are only looked at when a column is in no other.
-#}
{% macro check_input_columns(table_name, table) %}
    {% set names = mapped_names(table, with_lambdas=false) %}
    {% set files = input_files(table_name) %}
    {% set memory = {'options': {}, 'columns': []} if flags.FULL_REFRESH
        else input_memory(table_name) %}
    {% set options = memory.options or found_options(files[0].file, table, names) %}
    {% do remember_input(table_name, options, memory.columns) %}
    {% set columns = memory.columns %}
    {% set known = {} %}
    {% for name in columns %}{% do known.update({name | lower: true}) %}{% endfor %}
    {% for some in [unread_input_files(table_name, files), files] %}
        {% set missing = missing_names(names, columns) %}
        {% for name in (seen_columns(table_name, some, missing) if loop.first or missing else [])
            if name | lower not in known %}
            {% do columns.append(name) %}
            {% do known.update({name | lower: true}) %}
        {% endfor %}
    {% endfor %}
    {% do check_required_columns(table_name, table, unread_input_files(table_name, files)) %}
    {% set missing = missing_names(names, columns) %}
    {% for column, expression in table.columns.items() %}
        {% set parsed = parse_expression(expression) %}
        {% for name in parsed.columns if name in missing %}
            {{ input_error(
                expression_place(table_name, column, expression),
                "the files have no column '" ~ name ~ "'",
                (columns | join(', ')) ~ (' (is the delimiter right?)' if columns | length == 1),
                name, columns
            ) }}
        {% endfor %}
    {% endfor %}
    {% do remember_input(table_name, options, columns) %}
{% endmacro %}

{#-
  Stops with an input_error when a file lacks the column that a required one is: none of its
  rows could be used. The keys of JSON are not asked for.
-#}
{% macro check_required_columns(table_name, table, files) %}
    {% for group in (file_groups(table_name, files) if table.format != 'json' and files else []) %}
        {% for column in canonical_columns(table_name) if column.required %}
            {% set expression = table.columns[column.name] %}
            {% set missing = missing_names([(expression | string | trim).strip('"')], group.columns) %}
            {% if is_plain_column(expression) and missing %}
                {{ input_error(
                    expression_place(table_name, column.name, expression),
                    "the file '" ~ group.files[0] ~ "' has no column '" ~ missing[0] ~ "'",
                    (group.columns | join(', '))
                    ~ (' (is the delimiter right?)' if group.columns | length == 1),
                    missing[0], group.columns
                ) }}
            {% endif %}
        {% endfor %}
    {% endfor %}
{% endmacro %}

{#- Those of some names that are no column. -#}
{% macro missing_names(names, columns) %}
    {% set known = (columns | map('lower') | list) + ['filename', 'file_row_number'] %}
    {% set missing = [] %}
    {% for name in names if name | lower not in known %}{% do missing.append(name) %}{% endfor %}
    {{ return(missing) }}
{% endmacro %}
