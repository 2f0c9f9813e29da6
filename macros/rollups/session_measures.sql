{#- What a session is made of, as a select list over events that are grouped to sessions. -#}
{% macro session_measures() -%}
            count(*) as event_count,
            count(*) filter (where device_type = 'mobile') as mobile_event_count,
            count(*) filter (where device_type = 'desktop') as desktop_event_count,
            min(event_at) as started_at,
            max(event_at) as ended_at
{%- endmacro %}
