{#- Run at the start of a build: stops it when the var rfm_models is not well defined. -#}
{% macro check_rfm_models() %}
    {% if execute and flags.WHICH in ['build', 'run'] %}
        {% do rfm_models() %}
    {% endif %}
{% endmacro %}
