{#-
  The last select of a rollup: its new rows and, in an incremental run, a removal mark for
  every stale day, so that a day whose events all went away is cleared, too.

  rows: the name of the CTE with the new rows. Needs a CTE stale_days beside it.
-#}
{% macro rewritten_days(rows) %}
    {%- if is_incremental() -%}
    select
        *,
        false as is_removed
    from {{ rows }}
    union all by name
    select
        event_date,
        true as is_removed
    from stale_days
    {%- else -%}
    select * from {{ rows }}
    {%- endif -%}
{% endmacro %}
