{#-
  Statements that replace the rows of some nodes in build_states.

  nodes: nodes of the graph. statuses: what became of each, by unique_id; a node without
  one is running.
-#}
{% macro write_build_states(nodes, statuses) %}
    {%- set started = sql_text(run_started_at.strftime('%Y-%m-%d %H:%M:%S.%f')) -%}
    {%- set now = sql_text(modules.datetime.datetime.now(modules.pytz.utc).strftime(
        '%Y-%m-%d %H:%M:%S.%f'
    )) -%}
    {%- set rows = [] -%}
    {%- for node in nodes -%}
        {%- set access = node.config.get('access') or node.get('access') -%}
        {%- set status = statuses.get(node.unique_id, 'running') -%}
        {%- if flags.EMPTY and status == 'success' -%}
            {%- set status = 'empty' -%}
        {%- endif -%}
        {%- do rows.append([
            sql_text(node.unique_id),
            sql_text(node.resource_type),
            sql_text(access) if access else 'null',
            sql_text(node.schema),
            sql_text(node.alias),
            sql_text(status),
            sql_text(_node_documentation(node)) if access == 'public' else 'null',
            sql_text(invocation_id),
            'timestamp ' ~ started,
            'null' if status == 'running' else 'timestamp ' ~ now,
        ] | join(', ')) -%}
    {%- endfor -%}
    {%- if rows -%}
    delete from {{ build_states() }}
    where node_id in (
        {%- for node in nodes %}
        {{ sql_text(node.unique_id) }}{{ ',' if not loop.last }}
        {%- endfor %}
    );
    insert into {{ build_states() }} values
        {%- for row in rows %}
        ({{ row }}){{ ',' if not loop.last else ';' }}
        {%- endfor %}
    {%- endif %}
{% endmacro %}
