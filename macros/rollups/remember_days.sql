{#-
  A post-hook: notes, in the transaction of the model, which version of each day a rollup
  now holds. settings, versions: as given to stale_days().
-#}
{% macro remember_days(settings="''", versions='int_event_day_checksums') %}
    {% if execute %}
    delete from {{ rollup_days() }} where model_name = '{{ this.identifier }}';
    insert into {{ rollup_days() }} (model_name, event_date, day_version)
    select
        '{{ this.identifier }}',
        event_date,
        day_version
    from ({{ day_versions(ref(versions), settings) }}) as days
    {% endif %}
{% endmacro %}
