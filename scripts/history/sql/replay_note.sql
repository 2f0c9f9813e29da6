update build_states
set
    status = {{ status | literal }},
    finished_at = {{ 'null' if status == 'running' else 'now() at time zone \'UTC\'' }}
where node_id in (
    {%- for model in models %}
    {{ model | literal }}{{ ',' if not loop.last }}
    {%- endfor %}
)
