{#- A YAML value as an SQL literal: text, number, boolean or a list of them. -#}
{% macro sql_list(value) %}
    {% if value is boolean or value is number %}
        {{ return(value | string | lower) }}
    {% elif value is string or value is none %}
        {{ return(sql_text(value if value is not none else '')) }}
    {% endif %}
    {% set items = [] %}
    {% for item in value %}{% do items.append(sql_list(item)) %}{% endfor %}
    {{ return('[' ~ (items | join(', ')) ~ ']') }}
{% endmacro %}
