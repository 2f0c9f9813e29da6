{#-
  The values of columns as SQL expressions: a column that says its format, {column: day, format:
  "%d-%m-%Y"}, or its decimal mark, {column: price, decimal: ","}, is one as well.

  columns: {canonical column: value}.
-#}
{% macro column_expressions(columns) %}
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
    {{ return(expressions) }}
{% endmacro %}
