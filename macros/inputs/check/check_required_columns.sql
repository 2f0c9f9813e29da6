{#-
  Stops with an input_error when a file lacks the column that a required one is: none of its
  rows could be used. The keys of JSON are not asked for.
-#}
{% macro check_required_columns(feed, table, files) %}
    {% for group in (file_groups(feed, files) if table.format != 'json' and files else []) %}
        {% for column in canonical_columns(feed)
            if column.required and column.name in table.columns %}
            {% set expression = table.columns[column.name] %}
            {% set missing = missing_names([(expression | string | trim).strip('"')], group.columns) %}
            {% if is_plain_column(expression) and missing %}
                {{ input_error(
                    expression_place(feed, table, column.name, expression),
                    "the file '" ~ group.files[0] ~ "' has no column '" ~ missing[0] ~ "'",
                    (group.columns | join(', '))
                    ~ (' (is the delimiter right?)' if group.columns | length == 1),
                    missing[0], group.columns
                ) }}
            {% endif %}
        {% endfor %}
    {% endfor %}
{% endmacro %}
