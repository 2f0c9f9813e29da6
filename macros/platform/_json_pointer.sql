{#- A path, a list of plain keys, as a JSON pointer. -#}
{% macro _json_pointer(path) %}
    {% set steps = [] %}
    {% for key in path %}
        {% do steps.append('/' ~ (key | replace('~', '~0') | replace('/', '~1'))) %}
    {% endfor %}
    {{ return(steps | join) }}
{% endmacro %}
