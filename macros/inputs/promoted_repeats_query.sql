{#-
  A query for the repeats (event_key, load_rank) that are the event instead of the row that was
  loaded first: where that one cannot be converted, see rate_problem(), and with the var
  on_conflict: last where a later row of the same event_id says something else. Rates change
  without a row being read again, so this is asked whenever events are read.
-#}
{% macro promoted_repeats_query() %}
    {%- if var('on_conflict') == 'last' %}
    {{ last_versions_query() }}
    {%- else %}
    select
        event_key,
        min(load_rank) as load_rank
    from (
        {#- raw_row is only kept of the few rows that this can happen to #}
        {{ usable_repeats_query(
            'doubtful.raw_row is not null and doubtful.rejection_reason is null'
        ) }}
    ) as usable_repeats
    group by event_key, tenant_id, event_id
    having min(load_rank) > 1
    {%- endif %}
{% endmacro %}
