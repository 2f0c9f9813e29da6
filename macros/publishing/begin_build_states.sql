{#-
  The last hook before a run: what it is about to build or test counts as unfinished from
  now on, so that a run that is killed leaves nothing behind that could be published.
-#}
{% macro begin_build_states() %}
    {% if _writes_states() %}
    create table if not exists {{ build_states() }} (
        node_id varchar,
        resource_type varchar,
        access varchar,
        schema_name varchar,
        table_name varchar,
        status varchar,
        documentation varchar,
        run_id varchar,
        started_at timestamp,
        finished_at timestamp
    );
    {{ write_build_states(_buildable_nodes(selected_resources), {}) }}
    {% endif %}
{% endmacro %}
