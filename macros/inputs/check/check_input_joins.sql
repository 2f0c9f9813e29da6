{#-
  Stops with an input_error when a file that an input table joins is not there, lacks a column
  that is asked of it, or has a key twice, so that rows would be doubled.

  feed: see input_feeds(). table: its meta.
-#}
{% macro check_input_joins(feed, table) %}
    {% for name, file in joined_files(table).items() %}
        {% set where = table.place ~ '.join.' ~ name %}
        {% if not file.files %}
            {{ input_error(
                where ~ '.path', "no file matches '" ~ table.join[name].path ~ "'",
                'a path or glob, seen from the project folder'
            ) }}
        {% endif %}
        {% for one in file.files if table.join[name].get('format', 'csv') == 'csv' %}
            {% set header = file_header(one.file, file.options) %}
            {% if header != file.columns %}
                {{ input_error(
                    where ~ '.path', "'" ~ one.file ~ "' has other columns than '"
                    ~ file.files[0].file ~ "': " ~ header | join(', '), file.columns | join(', ')
                ) }}
            {% endif %}
        {% endfor %}
        {% set missing = missing_names(file.on.values(), file.columns) %}
        {% if missing %}
            {{ input_error(
                where ~ '.on', "its files have no column '" ~ missing[0] ~ "'",
                file.columns | join(', '), missing[0], file.columns
            ) }}
        {% endif %}
        {% set key = [] %}
        {% for column in file.on.values() %}{% do key.append(quoted_name(column)) %}{% endfor %}
        {% for row in run_query(
            'select ' ~ key | join(', ') ~ ' from ' ~ file.relation ~ ' group by all having '
            ~ 'count(*) > 1 limit 1'
        ).rows %}
            {{ input_error(
                where ~ '.on', 'the key ' ~ row | join(', ') ~ ' is there more than once',
                'keys that name one row'
            ) }}
        {% endfor %}
        {% for column, expression in table.columns.items() %}
            {% for used in parse_expression(expression).fields if used.startswith(name ~ '.') %}
                {% set asked = used.split('.')[1] %}
                {% if missing_names([asked], file.columns) %}
                    {{ input_error(
                        expression_place(feed, table, column, expression),
                        name ~ " has no column '" ~ asked ~ "'",
                        file.columns | join(', '), asked, file.columns
                    ) }}
                {% endif %}
            {% endfor %}
        {% endfor %}
    {% endfor %}
{% endmacro %}
