{#-
  A pre-hook: reads the files of an input table that the model is about to take. CSV and JSON
  go to a temporary table, each column as text, and lines that do not fit to another, with
  the reason; both belong to the connection of the model. Then the lines of each file are
  counted on their own, and a file of which a line is unaccounted for stops the run: its
  rows would be lost without a word. Parquet files are only counted, by their footers.

  table_name: events, customers or subscriptions. files: list of {file, version}.
-#}
{% macro read_input_files_of(table_name, files) %}
    {% if execute %}
        {% if input_format(table_name) != 'parquet' and files %}
            {% do read_text_files(table_name, files) %}
        {% endif %}
        {{ note_input_files(table_name, files) if files or not is_incremental() }}
    {% endif %}
{% endmacro %}
