{#- Fills the temporary tables. -#}
{% macro read_text_files(table_name, files) %}
    {% set file_format, options = input_format(table_name), dialect_options(table_name) %}
    {% set columns = text_columns(table_name) %}
    {% set reads = [] %}
    {% for group in file_groups(table_name, files) %}
        {% set missing = [] %}
        {% for name in columns if name | lower not in group.columns | map('lower') | list %}
            {% do missing.append(', cast(null as varchar) as "' ~ (name | replace('"', '""')) ~ '"') %}
        {% endfor %}
        {% do reads.append(
            'select *' ~ (missing | join('')) ~ ' from ' ~ read_files(
                group.files, file_format, reading_options(options), group.columns,
                ['csv_errors', 'csv_scans']
            )
        ) %}
    {% endfor %}
    {% do run_query('drop table if exists temp.csv_errors; drop table if exists temp.csv_scans') %}
    {% do run_query(
        'create or replace temp table ' ~ table_name ~ '_file_rows as '
        ~ (reads | join(' union all by name '))
    ) %}
    {% do run_query(
        'create or replace temp table ' ~ table_name ~ '_unread_lines as '
        ~ (unfitting_lines_query() if file_format == 'csv'
           else broken_lines_query(table_name, columns, files, options))
    ) %}
    {% if file_format == 'json' %}
        {% do run_query(
            'delete from ' ~ file_rows_table(table_name) ~ ' where ("%file", "%row") in'
            ~ ' (select source_file, source_row from ' ~ unread_lines_table(table_name) ~ ')'
        ) %}
    {% endif %}
{% endmacro %}

{#- The options that DuckDB's reader takes: those of ours are left out. -#}
{% macro reading_options(options) %}
    {% set taken = dict(options) %}
    {% do taken.pop('names', none) %}
    {% if 'names' in options %}{% do taken.update({'header': false}) %}{% endif %}
    {{ return(taken) }}
{% endmacro %}
