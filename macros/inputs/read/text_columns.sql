{#- The columns of the text files of an input table: all that one of them had. -#}
{% macro text_columns(table_name) %}
    {% set table = input_tables()[table_name] %}
    {% if table.format == 'json' %}
        {{ return(mapped_names(table)) }}
    {% endif %}
    {% set columns = input_memory(table_name).columns %}
    {% if not columns %}
        {% for group in file_groups(table_name, input_files(table_name)) %}
            {% for name in group.columns if name | lower not in columns | map('lower') | list %}
                {% do columns.append(name) %}
            {% endfor %}
        {% endfor %}
    {% endif %}
    {{ return(columns) }}
{% endmacro %}
