{#-
  What a property or metric condition reads: {kind, sql, is_set}. A name that is a
  column is the column; any other is a path in the properties of the customer or event.
-#}
{% macro _attribute(condition, context, scope) %}
    {% if 'metric' in condition %}
        {% set column = context.metrics[condition.metric] %}
        {% do context.marts.update({column.relation: true}) %}
    {% else %}
        {% set columns = context.fields if scope == 'event' else context.properties %}
        {% set column = columns.get(condition.property) %}
    {% endif %}
    {% if scope == 'event' %}
        {% set used = condition.property if column else 'event_properties' %}
        {% do context.event_columns.update({used: true}) %}
    {% endif %}
    {% if column %}
        {{ return({
            'kind': column.kind, 'sql': column.sql, 'is_set': column.sql ~ ' is not null'
        }) }}
    {% endif %}
    {{ return(path_attribute(condition.property, scope, context)) }}
{% endmacro %}
