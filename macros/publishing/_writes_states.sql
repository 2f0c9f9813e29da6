{#- Whether the present command builds or tests anything. -#}
{% macro _writes_states() %}
    {{ return(execute and flags.WHICH in ['build', 'run', 'test', 'seed', 'retry']) }}
{% endmacro %}
