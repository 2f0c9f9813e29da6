{#-
  The event columns that staging passes on as text, as a select list. Without an amount
  there is nothing to convert, and a currency says nothing.
-#}
{% macro event_text_columns() %}
    {% set columns = [] %}
    {% for column in canonical_columns('events')
        if column.kind in ['text', 'key', 'currency', 'json', 'secret']
        and column.name not in ['tenant_id', 'customer_id', 'event_id', 'event_type'] %}
        {% if column.kind == 'currency' %}
            {% do columns.append('case when event_value is not null then currency end as currency') %}
        {% else %}
            {% do columns.append(column.name ~ ('_hash' if column.kind == 'secret' else '')) %}
        {% endif %}
    {% endfor %}
    {{ return(columns | join(',\n        ')) }}
{% endmacro %}
