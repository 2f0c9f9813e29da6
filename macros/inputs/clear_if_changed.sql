{#-
  A pre-hook: empties a table that is about to be read anew because its files changed.
  It runs in the transaction of the model, so that a failing read leaves the old rows.
-#}
{% macro clear_if_changed(table_name) %}
    {% if execute and is_incremental() and input_changed(table_name) %}
        delete from {{ this }}
    {% endif %}
{% endmacro %}
