{#-
  A pre-hook of the segment histories: removes what a run of as_of_date is about to
  write, what comes after it, and what a run wrote that did not finish.

  column: the date of the history.
-#}
{% macro clear_segment_days(column) %}
    {% if execute and is_incremental() %}
        delete from {{ this }}
        where
            {{ column }} >= (select as_of_date from {{ ref('int_as_of_date') }})
            or coalesce({{ column }} > {{ last_finished_day() }}, true)
    {% endif %}
{% endmacro %}
