{#-
  A condition: whether a row was loaded before known_until of run_day(). Without it every
  row is known. With it, a run sees what a run at that moment would have seen: the first
  loaded of repeated rows is the event, and it was loaded before the others, too.

  loaded_at: SQL expression, when the row was loaded (UTC).
-#}
{% macro is_known(loaded_at) %}
    {{ return(
        loaded_at ~ ' < coalesce((select known_until from ' ~ run_day()
        ~ " as run_day), timestamp '9999-12-31 00:00:00')"
    ) }}
{% endmacro %}
