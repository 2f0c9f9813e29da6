{#-
  Stops with an input_error when a feed maps a column that there is not, or to what is no SQL
  expression.

  feed: see input_feeds(). table: its meta.
-#}
{% macro check_mapped_columns(feed, table) %}
    {% set names = canonical_columns(feed) | map(attribute='name') | list %}
    {% for name, expression in table.columns.items() %}
        {% if name not in names %}
            {{ input_error(
                table.place ~ '.columns', "unknown column '" ~ name ~ "'", names | join(', '),
                name, names
            ) }}
        {% elif expression is mapping %}
            {{ input_error(
                table.place ~ '.' ~ name, tojson(expression) ~ ' has no column',
                '{column: an SQL expression, format: of strptime or decimal: ","}'
            ) }}
        {% elif expression is not string and expression is not number %}
            {{ input_error(
                table.place ~ '.' ~ name, "'" ~ expression ~ "' is no text", 'an SQL expression'
            ) }}
        {% endif %}
    {% endfor %}
{% endmacro %}
