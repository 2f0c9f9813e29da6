{#- The names of some files ({file, …}) as a list of SQL literals. -#}
{% macro quoted_files(files) %}
    {% set names = [] %}
    {% for file in files %}{% do names.append(sql_text(file.file)) %}{% endfor %}
    {{ return(names | join(', ')) }}
{% endmacro %}
