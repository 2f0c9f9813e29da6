{#-
  The query of who was in which segment before the day of int_as_of_date: tenant_id,
  segment_id, customer_id. For segment_transitions, which is {{ this }}.

  The open spans say it, as long as they hold every finished day before as it was run;
  else, and that is slower the longer the history, the transitions themselves do.
-#}
{% macro previous_members_query() %}
    {% set day = '(select as_of_date from ' ~ ref('int_as_of_date') ~ ')' %}
    {% set spans = _current_spans(day) if execute %}
    {% if spans %}
        select
            tenant_id,
            segment_id,
            customer_id
        from {{ spans }}
        where
            joined_date < {{ day }}
            and (left_date is null or left_date >= {{ day }})
    {% else %}
        select
            tenant_id,
            segment_id,
            customer_id
        from {{ this }}
        where as_of_date < {{ day }}
        group by tenant_id, segment_id, customer_id
        having max_by(transition, as_of_date) = 'entered'
    {% endif %}
{% endmacro %}
