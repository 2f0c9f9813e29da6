{#-
  A case expression: why a row of the events cannot be used; null when it can. Needs
  typing_problem, customer_id and anonymous_id beside it.

  event_at, loaded_at: SQL expressions of the row's times.
-#}
{% macro row_problem(event_at, loaded_at) %}
        case
            when typing_problem is not null then typing_problem
            when {{ is_junk_id('customer_id') }} then {{ junk_id_problem('customer_id') }}
            when customer_id is null and {{ is_junk_id('anonymous_id') }}
                then {{ junk_id_problem('anonymous_id') }}
            when
                {{ event_at }} > {{ loaded_at }}
                + interval '{{ var("future_tolerance_minutes") }} minutes'
                then 'event_at is in the future of its load'
            when {{ event_at }} < timestamp '{{ var("earliest_event_date") }}'
                then 'event_at is before {{ var("earliest_event_date") }}'
            when not {{ is_kept_day(local_date(event_at)) }}
                then 'event_at is on an archived day'
        end
{%- endmacro %}
