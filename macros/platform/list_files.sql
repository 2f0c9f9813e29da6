{#-
  A query that lists files: their names, a version text, their size in bytes and
  their time of change (UTC).

  quoted_paths: list of paths or globs as SQL literals.
-#}
{% macro list_files(quoted_paths) %}
    {{ return(adapter.dispatch('list_files', 'segmentation')(quoted_paths)) }}
{% endmacro %}

{% macro default__list_files(quoted_paths) %}
    select
        filename,
        size || ' bytes, ' || last_modified as file_version,
        size,
        cast(cast(last_modified as timestamp) as varchar) as modified_at
    from read_blob([{{ quoted_paths | join(', ') }}], allow_empty = true)
    order by filename
{% endmacro %}
