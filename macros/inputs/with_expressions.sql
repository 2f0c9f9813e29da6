{#-
  The meta of an input table with every column as an SQL expression over a row of the files,
  and beside it: written, {column: what a person wrote of it}, for messages; and where there is
  a `where`, or `rows` make several events of a row, conditions, the `where` of each event, none
  where there is none. Then an expression may ask "%part", the number of the event, from 0.
-#}
{% macro with_expressions(table) %}
    {% if table.get('relation') %}
        {% set table = dict(table, format='relation') %}
    {% endif %}
    {% set columns, rows = table.get('columns'), table.get('rows') %}
    {% if rows and _is_list(rows) and not rows | reject('mapping') | list %}
        {{ return(dict(
            table, **expressions_of_rows(columns or {}, rows, table.get('where'))
        )) }}
    {% elif columns is not mapping %}
        {{ return(table) }}
    {% endif %}
    {% set expressions = column_expressions(columns) %}
    {% set conditions = [table.where] if table.get('where') else [] %}
    {{ return(dict(table, columns=expressions, written=expressions, conditions=conditions)) }}
{% endmacro %}
