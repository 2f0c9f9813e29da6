{#- A query for the keys of the rows that the table holds of some files ({file, …}). -#}
{% macro rows_of_files(files) %}
    {{ return(
        'select source_file, source_row from ' ~ this
        ~ ' where source_file in (' ~ quoted_files(files) ~ ')'
    ) }}
{% endmacro %}
