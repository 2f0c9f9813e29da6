{#-
  A query for the lines of CSV files that do not fit the header, as the reader noted them.
  Their source_row is the number of the line, negative: it is no row.
-#}
{% macro unfitting_lines_query() %}
    select
        scans.file_path as source_file,
        -cast(errors.line as bigint) as source_row,
        case any_value(cast(errors.error_type as varchar))
            when 'MISSING COLUMNS' then 'the line has fewer fields than the header'
            when 'TOO MANY COLUMNS' then 'the line has more fields than the header'
            when 'UNQUOTED VALUE' then 'a quote of the line is not closed, or in the wrong place'
            when 'INVALID ENCODING' then 'the line is not in the encoding of the file'
            when 'LINE SIZE OVER MAXIMUM' then 'the line is too long'
            else any_value(errors.error_message)
        end as reason,
        coalesce(trim(any_value(errors.csv_line), chr(10) || chr(13)), '') as unread_line,
        -- what the count of lines leaves out, too
        bool_or(
            cast(errors.error_type as varchar) in ('INVALID ENCODING', 'LINE SIZE OVER MAXIMUM')
        ) as is_left_out
    from temp.csv_errors as errors
    inner join temp.csv_scans as scans
        on
            errors.scan_id = scans.scan_id
            and errors.file_id = scans.file_id
    group by scans.file_path, errors.line
{% endmacro %}
