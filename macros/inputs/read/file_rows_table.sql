{#- The temporary tables with the rows of text files, and with the lines that are none. -#}
{% macro file_rows_table(feed) %}
    {{ return('temp.' ~ feed ~ '_file_rows') }}
{% endmacro %}

{% macro unread_lines_table(feed) %}
    {{ return('temp.' ~ feed ~ '_unread_lines') }}
{% endmacro %}
