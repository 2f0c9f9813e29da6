{#-
  The files that an input table joins to each of its rows: {name: {files, relation, options,
  columns, on}}. on: {column of the row: column of the joined file}.

  table: its meta; `join` has a path (CSV or Parquet), options and `on` for each name.
-#}
{% macro joined_files(table) %}
    {% set joined = {} %}
    {% for name, part in (table.get('join') or {}).items() %}
        {% set files = list_files([part.path] if part.path is string else part.path) %}
        {% set paths = files | map(attribute='file') | list %}
        {% set format = part.get('format', 'csv') %}
        {% set options = dict(part.get('options') or {}) %}
        {% if paths and format == 'csv' %}
            {% set header = file_header(paths[0], options) %}
            {% set relation = read_files(paths, 'csv', options, header) %}
        {% elif paths %}
            {% set relation = read_files(paths, format, options) %}
            {% set header = run_query('describe select * from ' ~ relation).columns[0].values() %}
        {% endif %}
        {% do joined.update({name: {
            'files': files, 'relation': relation, 'on': part.on, 'options': options,
            'columns': header | reject('in', ['%file', '%row']) | list,
        }}) %}
    {% endfor %}
    {{ return(joined) }}
{% endmacro %}
