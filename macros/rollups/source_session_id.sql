{#- The source's session id of an event, or null where the project does not use them. -#}
{% macro source_session_id(events) %}
    {{ return(
        events ~ '.session_id' if var('use_source_sessions') else 'cast(null as varchar)'
    ) }}
{% endmacro %}
