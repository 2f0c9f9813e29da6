{#-
  A condition: whether the events of a day are in the database, not in an archive.

  date: SQL expression of the day.
-#}
{% macro is_kept_day(date) %}
    {% set until = archived_until() %}
    {{ return('true' if until is none else date ~ ' > ' ~ until) }}
{% endmacro %}
