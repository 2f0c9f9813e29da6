{#-
  A table expression that reads files, with their names and row numbers beside the
  columns (filename, file_row_number from 0).

  files: list of paths. file_format: parquet, csv or json (one object a line).
  options: reader options from inputs/<name>.yml, passed on as they are. CSV is read as
  text, so that a value that cannot be typed is a rejected row and not a failed run; JSON
  looks at every row before it decides on types, for the same reason.
-#}
{% macro read_files(files, file_format, options) %}
    {{ return(adapter.dispatch('read_files', 'segmentation')(files, file_format, options)) }}
{% endmacro %}

{% macro default__read_files(files, file_format, options) %}
    {% set readers = {
        'parquet': ('read_parquet', {'union_by_name': true}),
        'csv': ('read_csv', {'union_by_name': true, 'all_varchar': true}),
        'json': ('read_json', {
            'union_by_name': true, 'format': 'newline_delimited', 'sample_size': -1,
        }),
    } %}
    {% set reader, settings = readers[file_format] %}
    {% do settings.update(options) %}
    {% set quoted = [] %}
    {% for file in files %}{% do quoted.append(sql_text(file)) %}{% endfor %}
    {% set arguments = ['[' ~ (quoted | join(', ')) ~ ']'] %}
    {% for name, value in settings.items() %}
        {% do arguments.append(name ~ ' = ' ~ (
            value | string | lower if value is boolean or value is number
            else sql_text(value)
        )) %}
    {% endfor %}
    {% set call = reader ~ '(' ~ (arguments | join(', ')) ~ ', filename = true' %}
    {% if file_format == 'parquet' %}
        {{ return(call ~ ', file_row_number = true)') }}
    {% endif %}
    {% set numbered = 'select *, row_number() over () - 1 as file_row_number from ' ~ call ~ ')' %}
    {% if files | length == 1 %}
        {{ return('(' ~ numbered ~ ')') }}
    {% endif %}
    {{ return(
        '(select * replace (file_row_number - min(file_row_number) over'
        ~ ' (partition by filename) as file_row_number) from (' ~ numbered ~ '))'
    ) }}
{% endmacro %}
