{#-
  A pre-hook beside clear_if_changed(): reads the files of a table that is read anew as a whole,
  see read_input_files_of().
-#}
{% macro read_changed_files(table_name) %}
    {% if execute and (not is_incremental() or input_changed(table_name)) %}
        {{ read_input_files_of(table_name, input_files(table_name)) }}
    {% endif %}
{% endmacro %}
