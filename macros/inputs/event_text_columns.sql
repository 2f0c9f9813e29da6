{#- The event columns that staging passes on as text, as a select list. -#}
{% macro event_text_columns() %}
    {% set columns = [] %}
    {% for column in canonical_columns('events') if column.kind in ['text', 'key', 'json', 'secret'] %}
        {% if column.name not in ['tenant_id', 'customer_id', 'event_id', 'event_type'] %}
            {% do columns.append(column.name ~ ('_hash' if column.kind == 'secret' else '')) %}
        {% endif %}
    {% endfor %}
    {{ return(columns | join(',\n        ')) }}
{% endmacro %}
