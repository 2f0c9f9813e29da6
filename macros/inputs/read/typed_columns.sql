{#-
  Select-list items that turn input_<column> into typed canonical columns.

  table_name: events, customers or subscriptions. types: see input_types(). What cannot
  be typed becomes null, and typing_problem() says so. Secrets become <name>_hash;
  is_age_from_band says whether an age is the lower end of a band.
-#}
{% macro typed_columns(table_name, types) %}
    {% set items = [] %}
    {% for column in canonical_columns(table_name) %}
        {% set value = typed_value(
            'input_' ~ column.name, column.kind, types.get(column.name, 'VARCHAR')
        ) %}
        {% set suffix = '_hash' if column.kind == 'secret' else '' %}
        {% do items.append(value ~ ' as ' ~ column.name ~ suffix) %}
        {% if column.kind == 'age' %}
            {% set whole = typed_value(
                'input_age', 'integer', types.get(column.name, 'VARCHAR')
            ) %}
            {% do items.append(whole ~ ' is null and age is not null as is_age_from_band') %}
        {% endif %}
    {% endfor %}
    {{ return(items | join(',\n        ')) }}
{% endmacro %}
