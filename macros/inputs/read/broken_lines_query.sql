{#-
  A query for the lines of JSON files that are no JSON objects: source_file, source_row, reason
  and unread_line. The reader gives a row of nulls for them; only in files with such a row the
  lines are looked at, and the n-th line that is not blank is the n-th row.

  table_name: events, customers or subscriptions. options: see dialect_options().
-#}
{% macro broken_lines_query(table_name, options) %}
    {% set names = [] %}
    {% for name in text_columns(table_name) %}{% do names.append(quoted_name(name)) %}{% endfor %}
    {% set empty_rows = 'from ' ~ file_rows_table(table_name) ~ ' where coalesce('
        ~ (names | join(', ')) ~ ') is null' %}
    {% set files = run_query('select distinct "%file" ' ~ empty_rows).columns[0].values() | list
        if options.get('format') != 'array' else [] %}
    {% if not files %}
        {{ return(
            'select null::varchar as source_file, null::bigint as source_row, null::varchar as'
            ~ ' reason, null::varchar as unread_line where false'
        ) }}
    {% endif %}
    {% set rejects = [table_name ~ '_json_errors', table_name ~ '_json_scans'] %}
    {% do run_query(forget_rejects(rejects)) %}
    {% do run_query(
        'create or replace temp table ' ~ table_name ~ '_json_lines as select filename as'
        ~ ' source_file, line, row_number() over () as place from '
        ~ text_lines(files, counting_options(options), rejects)
    ) %}
    {{ return(placed_lines_query(table_name, rejects, empty_rows)) }}
{% endmacro %}

{#- The second half: lines that were read and those that were put aside, in their order. -#}
{% macro placed_lines_query(table_name, rejects, empty_rows) %}
    with lines_read as (

        select
            source_file,
            line,
            row_number() over (partition by source_file order by place) as place
        from temp.{{ table_name }}_json_lines

    ),

    lines_aside as (

        select
            source_file,
            line,
            line_number,
            line_number - row_number() over (partition by source_file order by line_number)
                as lines_read_before
        from ({{ rejects_query(rejects) }}) as rejects

    ),

    all_lines as (

        select
            lines_read.source_file,
            any_value(lines_read.line) as line,
            lines_read.place + count(lines_aside.line_number) as line_number
        from lines_read
        left join lines_aside
            on
                lines_read.source_file = lines_aside.source_file
                and lines_aside.lines_read_before < lines_read.place
        group by lines_read.source_file, lines_read.place
        union all
        select
            source_file,
            line,
            line_number
        from lines_aside

    ),

    numbered as (

        select
            source_file,
            line,
            row_number() over (partition by source_file order by line_number) - 1
                as source_row
        from all_lines
        where trim(line) <> ''

    )

    select
        source_file,
        source_row,
        'the line is no JSON object' as reason,
        line as unread_line
    from numbered
    where
        (source_file, source_row) in (select ("%file", "%row") {{ empty_rows }})
        and case when json_valid(line) then json_type(line) <> 'OBJECT' else true end
{% endmacro %}
