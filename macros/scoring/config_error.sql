{#- Stops the run with an error about a setting: where, what was found, what is allowed. -#}
{% macro config_error(where, found, allowed) %}
    {{ exceptions.raise_compiler_error(config_problem(where, found, allowed)) }}
{% endmacro %}
