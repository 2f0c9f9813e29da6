{#-
  The hook after a run: notes what became of each node, forgets those that the
  project no longer has, and knows those that never ran.

  results: what dbt gives to on-run-end.
-#}
{% macro finish_build_states(results) %}
    {% if _writes_states() %}
    {%- set statuses = {} -%}
    {%- for result in results -%}
        {%- do statuses.update({result.node.unique_id: result.status | string}) -%}
    {%- endfor -%}
    {{ write_build_states(_buildable_nodes(statuses), statuses) }}
    delete from {{ build_states() }}
    where node_id not in (
        {%- for node in _buildable_nodes(graph.nodes) %}
        {{ sql_text(node.unique_id) }}{{ ',' if not loop.last }}
        {%- endfor %}
    );
    insert into {{ build_states() }} (node_id, resource_type, status)
    select
        known.node_id,
        known.resource_type,
        'never'
    from (values
        {%- for node in _buildable_nodes(graph.nodes) %}
        ({{ sql_text(node.unique_id) }}, {{ sql_text(node.resource_type) }})
        {{- ',' if not loop.last }}
        {%- endfor %}
    ) as known (node_id, resource_type)
    where known.node_id not in (select node_id from {{ build_states() }});
    {% endif %}
{% endmacro %}
