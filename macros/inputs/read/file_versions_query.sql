{#- A query for files ({file, version, modified_at}) as rows. -#}
{% macro file_versions_query(files) %}
    {% set rows = [] %}
    {% for file in files %}
        {% do rows.append(
            '(' ~ sql_text(file.file) ~ ', ' ~ sql_text(file.version) ~ ', timestamp '
            ~ sql_text(file.modified_at) ~ ')'
        ) %}
    {% endfor %}
    {{ return(
        'select * from (values ' ~ (rows | join(', '))
        ~ ') as files (source_file, file_version, file_modified_at)'
    ) }}
{% endmacro %}
