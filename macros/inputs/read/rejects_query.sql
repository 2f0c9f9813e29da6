{#-
  A query for the lines that a reader of text files put aside: source_file, line_number,
  error_type, message and line.

  rejects: the names of its two temporary tables, see read_files() and text_lines().
-#}
{% macro rejects_query(rejects) %}
    select
        scans.file_path as source_file,
        cast(errors.line as bigint) as line_number,
        any_value(cast(errors.error_type as varchar)) as error_type,
        any_value(errors.error_message) as message,
        coalesce(trim(any_value(errors.csv_line), chr(10) || chr(13)), '') as line
    from temp.{{ rejects[0] }} as errors
    inner join temp.{{ rejects[1] }} as scans
        on
            errors.scan_id = scans.scan_id
            and errors.file_id = scans.file_id
    group by scans.file_path, errors.line
{% endmacro %}

{#- Statements that forget what was put aside before. -#}
{% macro forget_rejects(rejects) %}
    {{ return(
        'drop table if exists temp.' ~ rejects[0] ~ '; drop table if exists temp.' ~ rejects[1]
    ) }}
{% endmacro %}
