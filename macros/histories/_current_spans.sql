{#-
  The relation of int_segment_spans when what it holds of the days before one is what
  segment_runs says of them, else none. It comes after the transitions, so there is no
  ref to it here.

  day: an SQL expression.
-#}
{% macro _current_spans(day) %}
    {% set spans = existing_relation('int_segment_spans') %}
    {% set runs = existing_relation('int_segment_run_days') %}
    {% if spans is none or runs is none %}
        {{ return(none) }}
    {% endif %}
    {% set different_days %}
        select count(*)
        from ({{ day_versions(runs) }}) as days
        full outer join ({{ remembered_days('int_segment_spans') }}) as known
            on days.event_date = known.event_date
        where
            days.day_version is distinct from known.day_version
            and coalesce(days.event_date, known.event_date) < {{ day }}
    {% endset %}
    {% set count = run_query(different_days).columns[0].values()[0] %}
    {{ return(spans if count == 0 else none) }}
{% endmacro %}
