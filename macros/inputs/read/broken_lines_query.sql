{#-
  A query for the lines of JSON files that are no JSON objects. The reader gives a row of
  nulls for them; only where there is one the lines are looked at.
-#}
{% macro broken_lines_query(table_name, columns, files, options) %}
    {% set filled = [] %}
    {% for name in columns %}{% do filled.append('"' ~ (name | replace('"', '""')) ~ '"') %}{% endfor %}
    {% set doubtful = [] %}
    {% if options.get('format') == 'newline_delimited' %}
        {% for row in run_query(
            'select distinct "%file" from ' ~ file_rows_table(table_name) ~ ' where coalesce('
            ~ (filled | join(', ')) ~ ') is null'
        ) %}
            {% do doubtful.append(row[0]) %}
        {% endfor %}
    {% endif %}
    {% if not doubtful %}
        {{ return(
            'select cast(null as varchar) as source_file, cast(null as bigint) as source_row,'
            ~ ' cast(null as varchar) as reason, cast(null as varchar) as unread_line,'
            ~ ' false as is_left_out where false'
        ) }}
    {% endif %}
    {# Latin-1 takes any byte: a line that is not UTF-8 is there, too #}
    {% set numbered %}
        select
            filename as source_file,
            row_number() over () as place,
            line as unread_line
        from {{ text_lines(doubtful, dict(options, encoding='latin-1')) }}
        where trim(line) <> ''
    {% endset %}
    {{ return(
        'with numbered as (' ~ numbered ~ '), lines as (select *, place - min(place) over'
        ~ ' (partition by source_file) as source_row from numbered) select source_file,'
        ~ " source_row, 'the line is no JSON object' as reason, unread_line, false as"
        ~ ' is_left_out from lines where (source_file, source_row) in (select ("%file", "%row")'
        ~ ' from ' ~ file_rows_table(table_name) ~ ' where coalesce(' ~ (filled | join(', '))
        ~ ") is null) and case when json_valid(unread_line) then json_type(unread_line) <> 'OBJECT'"
        ~ ' else true end'
    ) }}
{% endmacro %}
