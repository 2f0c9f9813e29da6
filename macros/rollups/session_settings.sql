{#- What sessions depend on beside events, as an SQL text: a setting of stale_days(). -#}
{% macro session_settings() %}
    {{ return(sql_text(
        var('session_gap_minutes') ~ ' minutes, source ids: ' ~ var('use_source_sessions')
        ~ ', at most ' ~ var('max_session_hours') ~ ' hours'
    )) }}
{% endmacro %}
