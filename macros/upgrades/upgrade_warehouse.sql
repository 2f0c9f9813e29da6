{#-
  At the start of a run: takes a warehouse to the newest version of the stored tables, a
  step at a time, each in a transaction of its own together with the number that says it
  was done. So a run that is killed leaves whole steps, and the next goes on from there.
  A warehouse of a newer project is refused before anything is touched.
-#}
{% macro upgrade_warehouse() %}
    {% if execute and flags.WHICH in ['build', 'run', 'test'] %}
    {%- set steps, version = upgrade_steps(), stored_version() -%}
    {%- if version is not none and version > steps | length -%}
        {{ exceptions.raise_compiler_error(
            'upgrade: the warehouse has version ' ~ version ~ ' of the stored tables and this'
            ~ ' project knows ' ~ steps | length ~ ': a newer project built it. Use that one,'
            ~ ' or another file (SEGMENTATION_DB).'
        ) }}
    {%- endif -%}
    {%- if flags.WHICH != 'test' and version != steps | length %}
    create table if not exists {{ warehouse_version() }} (version integer);
    {%- set todo = [none] if version is none else steps[version:] %}
    {%- for step in todo %}
    begin transaction;
    {{ (step() | trim ~ ';') if step and step() | trim }}
    delete from {{ warehouse_version() }};
    insert into {{ warehouse_version() }}
    values ({{ steps | length if version is none else version + loop.index }});
    commit;
    {%- endfor %}
    {%- endif %}
    {% endif %}
{% endmacro %}
