{#-
  A query for days (event_date) and their versions (day_version), as remember_days() notes
  them. days: a relation of days and checksums. settings: as given to stale_days().
-#}
{% macro day_versions(days, settings="''") %}
    select
        event_date,
        {{ hash_of(['day_checksum', settings]) }} as day_version
    from {{ days }}
{% endmacro %}
