{#-
  Creates, before the first run, the tables that say what was archived: archives (one row
  per archive), archived_days (the checksums of days whose events are in Parquet files) and
  archived_files (the input files that rows came from). scripts/run.py archive fills them.
-#}
{% macro create_archives() %}
    {% if execute and flags.WHICH in ['build', 'run'] %}
    create table if not exists {{ archive_table('archives') }} (
        archive_number bigint,
        archived_until date,
        row_count bigint,
        folder varchar
    );
    create table if not exists {{ archive_table('archived_days') }} (
        event_date date,
        event_count bigint,
        day_checksum ubigint,
        last_loaded_at timestamp
    );
    create table if not exists {{ archive_table('archived_files') }} (
        source_file varchar,
        file_version varchar,
        row_count bigint
    )
    {% endif %}
{% endmacro %}

{#- One of the tables that say what was archived. name: its name. -#}
{% macro archive_table(name) %}
    {{ return(api.Relation.create(
        database=target.database, schema=target.schema, identifier=name
    )) }}
{% endmacro %}
