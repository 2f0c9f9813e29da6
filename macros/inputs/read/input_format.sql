{#- The format of an input table's files: parquet, csv or json. -#}
{% macro input_format(table_name) %}
    {{ return((input_tables().get(table_name) or {}).get('format')) }}
{% endmacro %}
