{#-
  A query for the rows of other files, as the table holds them, that share an event with
  the files that are read, or did before: which of them was loaded first is asked again.

  new_rows: the name of the CTE with the rows that are read. files: list of {file, …}.
-#}
{% macro known_rows_of_same_events(new_rows, files) %}
    select * exclude (load_rank)
    from {{ this }}
    where
        not source_file in ({{ quoted_files(files) }})
        and event_key in (
            select {{ new_rows }}.event_key from {{ new_rows }}
            union all
            select known.event_key from {{ this }} as known
            where known.source_file in ({{ quoted_files(files) }})
        )
{% endmacro %}
