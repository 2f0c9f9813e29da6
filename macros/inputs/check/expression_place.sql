{#-
  Where an expression stands, and what is written there, for messages.

  table_name: events, customers or subscriptions. table: its meta. column: the place.
  expression: what is asked there.
-#}
{% macro expression_place(table_name, table, column, expression) %}
    {{ return(
        table_name ~ '.' ~ column ~ ' (' ~ (table.get('written') or {}).get(column, expression) ~ ')'
    ) }}
{% endmacro %}
