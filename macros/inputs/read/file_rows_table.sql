{#- The temporary tables with the rows of text files, and with the lines that are none. -#}
{% macro file_rows_table(table_name) %}
    {{ return('temp.' ~ table_name ~ '_file_rows') }}
{% endmacro %}

{% macro unread_lines_table(table_name) %}
    {{ return('temp.' ~ table_name ~ '_unread_lines') }}
{% endmacro %}
