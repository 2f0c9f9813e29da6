{#-
  The last select of a model with the strategy `rewrite`: its new rows and, in an
  incremental run, a removal mark for every key that is cleared, with or without new rows.

  rows: the name of the CTE with the new rows. removed: a query for the keys to clear,
  in the columns of the model's unique_key.
-#}
{% macro rewritten_rows(rows, removed) %}
    {%- if is_incremental() -%}
    select
        *,
        false as is_removed
    from {{ rows }}
    union all by name
    select
        *,
        true as is_removed
    from ({{ removed }}) as removed
    {%- else -%}
    select * from {{ rows }}
    {%- endif -%}
{% endmacro %}
