{#-
  An expression: a value that could not be typed, as the file has it; null where its column
  is mapped by an expression, since the whole row is nobody's business in a mart.

  input_table, subject, raw_row: SQL expressions of the table, the canonical column and the
  row as JSON.
-#}
{% macro shown_cell(input_table, subject, raw_row) %}
    {% set cases = [] %}
    {% for feed, table in (input_feeds().items() if execute else [])
        if table_of_feed(feed) != 'events' %}
        {% for column, expression in (table.columns or {}).items() if is_plain_column(expression) %}
            {% do cases.append(
                'when ' ~ input_table ~ " = '" ~ table_of_feed(feed) ~ "' and " ~ subject ~ " = '" ~ column
                ~ "' then " ~ json_text(raw_row, (expression | trim).strip('"'))
            ) %}
        {% endfor %}
    {% endfor %}
    {{ return('case ' ~ (cases | join(' ')) ~ ' end' if cases else 'cast(null as varchar)') }}
{% endmacro %}
