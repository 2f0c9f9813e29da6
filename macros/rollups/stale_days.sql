{#-
  A query for the days (event_date) that the rollup being built must rewrite: all days at
  a full refresh, else those whose events are not the ones it was built from.

  settings: an SQL expression of what else the rollup depends on; when its value changes,
  every day is stale. versions: the model with the days (event_date) and their checksums
  (day_checksum). A day is known by a checksum over its content, so nothing is missed,
  however late a row comes, and a run that died is repaired by the next one.
-#}
{% macro stale_days(settings="''", versions='int_event_day_checksums') %}
    {%- set days = ref(versions) -%}
    {%- set events_decide = versions == 'int_event_day_checksums' -%}
    {%- if is_incremental() -%}
    select coalesce(days.event_date, known.event_date) as event_date
    from ({{ day_versions(days, settings) }}) as days
    full outer join ({{ remembered_days(this.identifier) }}) as known
        on days.event_date = known.event_date
    where
        days.day_version is distinct from known.day_version
        {%- if events_decide %}
        -- a rollup cannot be made again without the events
        and {{ is_kept_day('coalesce(days.event_date, known.event_date)') }}
        {%- endif %}
    {%- else -%}
    select event_date from {{ days }}
    {%- endif -%}
{% endmacro %}
