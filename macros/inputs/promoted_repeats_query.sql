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

{#-
  Of several rows with one event_id the last known content is the event, as it was loaded first:
  a repeat of it changes nothing.
-#}
{% macro last_versions_query() %}
    select
        event_key,
        min(load_rank) as load_rank
    from (
        select
            *,
            last_value(content_hash) over (
                partition by event_key, tenant_id, event_id
                order by load_rank
                rows between unbounded preceding and unbounded following
            ) as last_content_hash
        from (
            {{ usable_repeats_query('doubtful.load_rank > 1') }}
        ) as usable_repeats
        where {{ is_known('loaded_at') }}
    ) as versions
    where content_hash = last_content_hash
    group by event_key, tenant_id, event_id
    having min(load_rank) > 1
{% endmacro %}

{#-
  A query for the rows of events that can be converted, of those that have a row of a kind.

  condition: SQL over a row, doubtful.
-#}
{% macro usable_repeats_query(condition) %}
        select repeats.*
        from {{ ref('base_events') }} as repeats
        left join {{ ref('stg_currency_rates') }} as rates
            on
                repeats.currency = rates.currency
                and repeats.event_date >= rates.valid_from
                and repeats.event_date < rates.valid_until
        where
            repeats.rejection_reason is null
            and {{ rate_problem('repeats.event_value', 'repeats.currency', 'rates.rate') }} is null
            and repeats.event_key in (
                select doubtful.event_key
                from {{ ref('base_events') }} as doubtful
                where {{ condition }}
            )
{% endmacro %}
