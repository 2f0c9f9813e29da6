{#-
  A pre-hook for a model that appends its days and has a contract, which the marks of the
  strategy `rewrite` would break: removes the days that are about to be written again.

  column: the model's day. versions: as given to stale_days().
-#}
{% macro clear_stale_days(column, versions) %}
    {% if execute and is_incremental() %}
        delete from {{ this }}
        where {{ column }} in ({{ stale_days(versions=versions) }})
    {% endif %}
{% endmacro %}
