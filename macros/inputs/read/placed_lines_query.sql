{#-
  A query for the lines that are no JSON objects, see broken_lines_query(): lines that were
  read and those that were put aside, in their order, without the blank ones.

  rejects: the names of the reader's two tables. empty_rows: from and where of the rows of
  nulls.
-#}
{% macro placed_lines_query(feed, rejects, empty_rows) %}
    with lines_read as (

        select
            source_file,
            line,
            row_number() over (partition by source_file order by place) as place
        from temp.{{ feed }}_json_lines

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
        where trim(line, chr(9) || chr(13) || ' ') <> ''

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
