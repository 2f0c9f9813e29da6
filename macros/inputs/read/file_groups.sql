{#-
  Some files of an input table in groups that can be read as one: CSV files with the same
  header, Parquet files with the same schema. So what a row becomes depends on its own file,
  and not on what else is read with it.

  feed: see input_feeds(). files: list of {file, …}.
  Returns a list of {files: paths, columns: names}; the columns of JSON are the keys that the
  mapping needs.
-#}
{% macro file_groups(feed, files) %}
    {% set table = input_feeds()[feed] %}
    {% set paths = files | map(attribute='file') | list %}
    {% if table.format == 'json' %}
        {{ return([{'files': paths, 'columns': mapped_names(table)}] if paths else []) }}
    {% endif %}
    {% set options = dialect_options(feed) %}
    {% set groups = {} %}
    {% if table.format == 'csv' %}
        {% for path in paths %}
            {% set header = file_header(path, options) %}
            {% do groups.setdefault(tojson(header), {'files': [], 'columns': header}).files.append(path) %}
        {% endfor %}
    {% elif table.format == 'relation' and paths %}
        {{ return([{'files': paths, 'columns': relation_columns(paths[0])}]) }}
    {% elif paths %}
        {% for row in run_query(parquet_schemas_query(paths, mapped_names(table))) %}
            {% if row[1] not in groups %}
                {% set columns = run_query(
                    'describe select * from ' ~ read_files([row[0]], 'parquet', options)
                ).columns[0].values() | reject('in', ['%file', '%row']) | list %}
                {% do groups.update({row[1]: {'files': [], 'columns': columns}}) %}
            {% endif %}
            {% do groups[row[1]].files.append(row[0]) %}
        {% endfor %}
    {% endif %}
    {{ return(groups.values() | list) }}
{% endmacro %}
