{#-
  The files of one input table as they are now.

  table_name: events, customers or subscriptions.
  Returns a list of {file, version, bytes, modified_at}, where a version changes with the file's size or
  time of change; an empty list when the input has no such table.
-#}
{% macro input_files(table_name) %}
    {% set table = input_tables().get(table_name) %}
    {% set files = [] %}
    {% if execute and table %}
        {% set paths = [table.path] if table.path is string else table.path %}
        {% set quoted = [] %}
        {% for path in paths %}{% do quoted.append(sql_text(path)) %}{% endfor %}
        {% for row in run_query(list_files(quoted)) %}
            {% do files.append({
                'file': row[0], 'version': row[1], 'bytes': row[2], 'modified_at': row[3],
            }) %}
        {% endfor %}
    {% endif %}
    {{ return(files) }}
{% endmacro %}
