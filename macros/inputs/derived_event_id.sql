{#-
  The event_id of a row that has none: a digest of the row's canonical content, so that an
  exact duplicate has the same one. When and from where it was loaded does not count.
-#}
{% macro derived_event_id() %}
    {{ return(
        'case when anonymous_id is null then ' ~ row_digest(hashed_event_columns())
        ~ ' else ' ~ row_digest(hashed_event_columns() + ['anonymous_id']) ~ ' end'
    ) }}
{% endmacro %}

{#- A hash of a row's content and its event_id. -#}
{% macro event_content_hash() %}
    {% set columns = hashed_event_columns() + ['event_id'] %}
    {{ return(
        'case when anonymous_id is null then ' ~ hash_of(columns)
        ~ ' else ' ~ hash_of(columns + ['anonymous_id']) ~ ' end'
    ) }}
{% endmacro %}

{#-
  The columns that are an event's content: all but its id and the time of its load. An
  anonymous_id comes on top where there is one, so that ids derived without stay as they are.
-#}
{% macro hashed_event_columns() %}
    {% set columns = [] %}
    {% for column in canonical_columns('events') %}
        {% if column.name not in ['event_id', 'loaded_at', 'anonymous_id'] %}
            {% do columns.append(column.name ~ ('_hash' if column.kind == 'secret' else '')) %}
        {% endif %}
    {% endfor %}
    {{ return(columns) }}
{% endmacro %}
