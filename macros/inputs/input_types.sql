{#-
  The database types of an input table's expressions: a dict of canonical column -> type.

  table_name: events, customers or subscriptions. files: list of {file, version}.
  An expression that the database cannot bind stops the run with the database's message,
  which shows the line with the input's and the column's name.
-#}
{% macro input_types(table_name, files) %}
    {% set types = {} %}
    {% if execute and files %}
        {% for row in run_query('describe ' ~ source_rows(table_name, files)) %}
            {% if row[0].startswith('input_') %}
                {% do types.update({row[0][6:]: row[1]}) %}
            {% endif %}
        {% endfor %}
    {% endif %}
    {{ return(types) }}
{% endmacro %}
