{#-
  Select-list items that turn input_<column> into typed canonical columns.

  table_name: events, customers or subscriptions. types: see input_types(). What cannot
  be typed becomes null, and typing_problem() says so. Secrets become <name>_hash.
-#}
{% macro typed_columns(table_name, types) %}
    {% set items = [] %}
    {% for column in canonical_columns(table_name) %}
        {% set value = typed_value(
            'input_' ~ column.name, column.kind, types.get(column.name, 'VARCHAR')
        ) %}
        {% set suffix = '_hash' if column.kind == 'secret' else '' %}
        {% do items.append(value ~ ' as ' ~ column.name ~ suffix) %}
    {% endfor %}
    {{ return(items | join(',\n        ')) }}
{% endmacro %}
