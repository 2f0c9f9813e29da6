{#- A relation of a CSV file's columns as text, and row_number; for small files. -#}
{% macro text_rows_of(file) %}
    {{ return(adapter.dispatch('text_rows_of', 'segmentation')(file)) }}
{% endmacro %}

{% macro default__text_rows_of(file) %}
    {{ return(
        '(select *, row_number() over () as row_number from read_csv(' ~ sql_text(file)
        ~ ', header = true, all_varchar = true)) as text_rows'
    ) }}
{% endmacro %}
