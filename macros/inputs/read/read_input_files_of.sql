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
        {% for feed in feeds_of(table_name) if is_text_format(input_format(feed)) %}
            {% set own = files_of_feed(files, feed) %}
            {% do read_text_files(feed, own) if own %}
        {% endfor %}
        {{ note_input_files(table_name, files) if files or not is_incremental() }}
    {% endif %}
{% endmacro %}
