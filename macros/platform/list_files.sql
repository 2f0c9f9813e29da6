{#-
  The files that match some paths or globs: a list of {file, version, bytes, modified_at}
  by name, where the version changes with size or time of change (UTC).

  paths: list of paths or globs.
-#}
{% macro list_files(paths) %}
    {{ return(adapter.dispatch('list_files', 'segmentation')(paths)) }}
{% endmacro %}

{% macro default__list_files(paths) %}
    {% set names = [] %}
    {% for path in paths %}
        {% for row in run_query('select file from glob(' ~ sql_text(path) ~ ') order by file') %}
            {% do names.append(sql_text(row[0])) if sql_text(row[0]) not in names %}
        {% endfor %}
    {% endfor %}
    {% set files = [] %}
    {% if names %}
        {% set query %}
            select
                filename,
                size || ' bytes, ' || last_modified as file_version,
                size,
                cast(cast(last_modified as timestamp) as varchar) as modified_at
            from read_blob([{{ names | join(', ') }}])
            order by filename
        {% endset %}
        {% for row in run_query(query) %}
            {% do files.append({
                'file': row[0], 'version': row[1], 'bytes': row[2], 'modified_at': row[3],
            }) %}
        {% endfor %}
    {% endif %}
    {{ return(files) }}
{% endmacro %}
