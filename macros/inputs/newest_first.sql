{#-
  How the rows of one customer or subscription are ordered, the newest first: by updated_at
  where the input maps it, then by the time of change of their files, then by the names of
  the files with numbers read as numbers (export_9 is before export_10), then by their place.
-#}
{% macro newest_first() -%}
    updated_at desc nulls last,
    file_modified_at desc,
    {{ natural_order('source_file') }} desc,
    source_row desc
{%- endmacro %}
