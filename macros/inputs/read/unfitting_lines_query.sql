{#-
  A query for the lines of CSV files that do not fit the header, as the reader put them aside:
  source_file, source_row, reason and unread_line. Their source_row is the number of the line,
  negative: it is no row.
-#}
{% macro unfitting_lines_query(rejects) %}
    select
        source_file,
        -line_number as source_row,
        case error_type
            when 'MISSING COLUMNS' then 'the line has fewer fields than the header'
            when 'TOO MANY COLUMNS' then 'the line has more fields than the header'
            when 'UNQUOTED VALUE' then 'a quote of the line is not closed, or in the wrong place'
            when 'INVALID ENCODING' then 'the line is not in the encoding of the file'
            when 'LINE SIZE OVER MAXIMUM' then 'the line is too long'
            else message
        end as reason,
        line as unread_line
    from ({{ rejects_query(rejects) }}) as rejects
{% endmacro %}
