{#-
  The files that an input table joins to each of its rows: {name: {files, relation, columns,
  on}}. on: {column of the row: column of the joined file}.

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
            {% set defaults = {'auto_detect': false, 'delim': ',', 'quote': '"', 'escape': '"', 'header': true} %}
            {% set options = dict(defaults, **options) %}
            {% set header = file_header(paths[0], options) %}
            {% set relation = read_files(paths, 'csv', options, header) %}
        {% elif paths %}
            {% set relation = read_files(paths, format, options) %}
            {% set header = run_query('describe select * from ' ~ relation).columns[0].values() %}
        {% endif %}
        {% do joined.update({name: {
            'files': files, 'relation': relation, 'on': part.on,
            'columns': header | reject('in', ['%file', '%row']) | list,
        }}) %}
    {% endfor %}
    {{ return(joined) }}
{% endmacro %}

{#-
  The joins of a table's rows, as SQL behind `from (…) as source_row`: each file as one struct
  named as the join, null where it has no row of that key.
-#}
{% macro join_clauses(table) %}
    {% set clauses = [] %}
    {% for name, file in joined_files(table).items() %}
        {% set conditions = [] %}
        {% for own, other in file.on.items() %}
            {% do conditions.append(
                'cast(source_row.' ~ quoted_name(own) ~ ' as varchar) = cast(joined_' ~ name
                ~ '.' ~ name ~ '.' ~ quoted_name(other) ~ ' as varchar)'
            ) %}
        {% endfor %}
        {% do clauses.append(
            'left join (select ' ~ name ~ ' from (select * from ' ~ file.relation ~ ') as ' ~ name
            ~ ') as joined_' ~ name ~ ' on ' ~ conditions | join(' and ')
        ) %}
    {% endfor %}
    {{ return(clauses | join('\n        ')) }}
{% endmacro %}
