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
