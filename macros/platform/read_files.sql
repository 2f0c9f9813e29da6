{#-
  A table expression for the rows of files of one kind, with the place of each row beside
  the columns: "%file", its path, and "%row", its number in it from 0.

  files: list of paths. file_format: parquet, csv or json. options: reader options.
  columns: the columns of the files (csv) or the keys that are taken from each object
  (json), all as text: nothing is guessed from a sample, so a file means the same on every
  day and beside any other. Parquet files are read by name, with the types they have.
  rejects: of csv, the names of two temporary tables [lines, scans] for lines that do not
  fit the columns; without it such a line stops the query.
-#}
{% macro read_files(files, file_format, options, columns=none, rejects=none) %}
    {{ return(adapter.dispatch('read_files', 'segmentation')(
        files, file_format, options, columns, rejects
    )) }}
{% endmacro %}

{% macro default__read_files(files, file_format, options, columns, rejects) %}
    {% set settings = {
        'parquet': {'union_by_name': true},
        'csv': {
            'auto_detect': false, 'delim': ',', 'quote': '"', 'escape': '"', 'header': true,
        },
        'json': {'format': 'newline_delimited'},
    }[file_format] %}
    {% do settings.update(options) %}
    {% do settings.update({'filename': '%file'}) %}
    {% if file_format == 'json' %}
        {# a broken line is a row of nulls then; a broken array stops the query #}
        {% do settings.update({'ignore_errors': settings.format == 'newline_delimited'}) %}
    {% elif rejects %}
        {% do settings.update({
            'store_rejects': true, 'rejects_table': rejects[0], 'rejects_scan': rejects[1],
        }) %}
    {% endif %}
    {% set arguments = [sql_list(files)] %}
    {% for name, value in settings.items() %}
        {% do arguments.append(name ~ ' = ' ~ sql_list(value)) %}
    {% endfor %}
    {% if columns is not none %}
        {% set typed = [] %}
        {% for column in columns %}{% do typed.append(sql_text(column) ~ ": 'VARCHAR'") %}{% endfor %}
        {% do arguments.append('columns = {' ~ (typed | join(', ')) ~ '}') %}
    {% endif %}
    {% set call = 'read_' ~ file_format ~ '(' ~ (arguments | join(', ')) %}
    {% if file_format == 'parquet' %}
        {{ return(
            '(select * rename (file_row_number as "%row") from ' ~ call
            ~ ', file_row_number = true))'
        ) }}
    {% endif %}
    {% set numbered = 'select *, row_number() over () - 1 as "%row" from ' ~ call ~ ')' %}
    {% if files | length == 1 %}
        {{ return('(' ~ numbered ~ ')') }}
    {% endif %}
    {{ return(
        '(select * replace ("%row" - min("%row") over (partition by "%file") as "%row") from ('
        ~ numbered ~ '))'
    ) }}
{% endmacro %}
