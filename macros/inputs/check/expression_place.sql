{#-
  Where an expression stands, and what is written there, for messages.

  feed: see input_feeds(). table: its meta. column: the place.
  expression: what is asked there.
-#}
{% macro expression_place(feed, table, column, expression) %}
    {{ return(
        table.place ~ '.' ~ column ~ ' (' ~ (table.get('written') or {}).get(column, expression) ~ ')'
    ) }}
{% endmacro %}
