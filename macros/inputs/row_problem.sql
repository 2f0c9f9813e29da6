{#-
  A case expression: why a row of the events cannot be used; null when it can. Needs
  typing_problem beside it.

  event_at, loaded_at: SQL expressions of the row's times.
-#}
{% macro row_problem(event_at, loaded_at) %}
        case
            when typing_problem is not null then typing_problem
            when
                {{ event_at }} > {{ loaded_at }}
                + interval '{{ var("future_tolerance_minutes") }} minutes'
                then 'event_at is in the future of its load'
            when not {{ is_kept_day(local_date(event_at)) }}
                then 'event_at is on an archived day'
        end
{%- endmacro %}
