{#-
  The row as it was in its file, as JSON without the keys that are null: whether another
  file has more columns does not show. To be used beside raw_row and unread_line.
-#}
{% macro raw_row_text() %}
    {{ return(
        "coalesce(unread_line, case when raw_row is not null then cast(json_merge_patch("
        ~ "json_merge_patch('{}', " ~ row_as_json('raw_row')
        ~ "), '{\"%file\": null, \"%row\": null}') as varchar) end)"
    ) }}
{% endmacro %}
