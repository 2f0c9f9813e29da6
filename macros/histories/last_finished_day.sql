{#-
  The day of the last run that evaluated segments to its end, as an SQL expression; null
  when there was none. What a run wrote that did not get that far is removed by the
  next.
-#}
{% macro last_finished_day() %}
    {% set runs = existing_relation('segment_runs') %}
    {{ return('cast(null as date)' if runs is none
        else '(select max(as_of_date) from ' ~ runs ~ ')') }}
{% endmacro %}
