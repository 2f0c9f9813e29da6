{#-
  What a property or metric condition reads: {kind, sql, is_set}. A name that is a column
  is the column; any other is a path in the properties of the customer or event.
-#}
{% macro _attribute(condition, context, scope) %}
    {% if 'metric' in condition %}
        {% set column = context.metrics[condition.metric] %}
    {% else %}
        {% set columns = context.fields if scope == 'event' else context.properties %}
        {% set column = columns.get(condition.property) %}
    {% endif %}
    {% if column %}
        {{ return({
            'kind': column.kind, 'sql': column.sql, 'is_set': column.sql ~ ' is not null'
        }) }}
    {% endif %}
    {% set json = 'stg_events.event_properties' if scope == 'event'
        else 'int_customers.properties' %}
    {% set path = condition.property.split('.') %}
    {{ return({
        'kind': 'text',
        'sql': json_path_text(json, path),
        'is_set': json_path_is_set(json, path),
    }) }}
{% endmacro %}
