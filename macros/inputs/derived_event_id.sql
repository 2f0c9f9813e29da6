{#-
  The event_id of a row that has none: a digest of the row's canonical content, so that an
  exact duplicate has the same one. When and from where it was loaded does not count.
-#}
{% macro derived_event_id() %}
    {{ return(row_digest(hashed_event_columns())) }}
{% endmacro %}

{#- The columns that are an event's content: all but its id and the time of its load. -#}
{% macro hashed_event_columns() %}
    {% set columns = [] %}
    {% for column in canonical_columns('events') %}
        {% if column.name not in ['event_id', 'loaded_at'] %}
            {% do columns.append(column.name ~ ('_hash' if column.kind == 'secret' else '')) %}
        {% endif %}
    {% endfor %}
    {{ return(columns) }}
{% endmacro %}
