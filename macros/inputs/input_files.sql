{#-
  The files of one input table as they are now.

  table_name: events, customers or subscriptions.
  Returns a list of {file, version, bytes, modified_at}; an empty list when the input has
  no such table.
-#}
{% macro input_files(table_name) %}
    {% set table = input_tables().get(table_name) %}
    {% if not execute or not table %}
        {{ return([]) }}
    {% endif %}
    {{ return(list_files([table.path] if table.path is string else table.path)) }}
{% endmacro %}
