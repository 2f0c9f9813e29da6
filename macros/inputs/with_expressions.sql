{#-
  The meta of an input table with every column as an SQL expression: a column that says its
  format, {column: day, format: "%d-%m-%Y"}, or its decimal mark, {column: price, decimal:
  ","}, is one as well.
-#}
{% macro with_expressions(table) %}
    {% set columns = table.get('columns') %}
    {% if columns is not mapping %}{{ return(table) }}{% endif %}
    {% set expressions = {} %}
    {% for name, value in columns.items() %}
        {% if value is not mapping or 'column' not in value %}
            {% do expressions.update({name: value}) %}
        {% elif value.get('format') %}
            {% do expressions.update({
                name: 'strptime(' ~ value.column ~ ', ' ~ sql_text(value.format) ~ ')'
            }) %}
        {% elif value.get('decimal') == ',' %}
            {% do expressions.update({
                name: "replace(replace(" ~ value.column ~ ", '.', ''), ',', '.')"
            }) %}
        {% else %}
            {% do expressions.update({name: value.column}) %}
        {% endif %}
    {% endfor %}
    {{ return(dict(table, columns=expressions)) }}
{% endmacro %}
