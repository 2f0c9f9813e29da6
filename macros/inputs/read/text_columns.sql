{#- The columns of the text files of an input table: all that one of them had. -#}
{% macro text_columns(feed) %}
    {% set table = input_feeds()[feed] %}
    {% if table.format == 'json' %}
        {{ return(mapped_names(table)) }}
    {% endif %}
    {% set columns = input_memory(feed).columns %}
    {% if not columns %}
        {% for group in file_groups(feed, input_files(feed)) %}
            {% for name in group.columns if name | lower not in columns | map('lower') | list %}
                {% do columns.append(name) %}
            {% endfor %}
        {% endfor %}
    {% endif %}
    {{ return(columns) }}
{% endmacro %}
