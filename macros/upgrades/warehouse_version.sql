{#- The table that says, in one row, which version of the stored tables a warehouse has. -#}
{% macro warehouse_version() %}
    {{ return(stored_table('warehouse_version')) }}
{% endmacro %}
