{#- Those of the options that say how a file is cut into lines. -#}
{% macro counting_options(options) %}
    {% set kept = {} %}
    {% for name in ['encoding', 'compression', 'new_line'] if name in options %}
        {% do kept.update({name: options[name]}) %}
    {% endfor %}
    {{ return(kept) }}
{% endmacro %}
