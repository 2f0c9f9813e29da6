{#- How long a session id of the source may last, as an SQL interval: max_session_hours. -#}
{% macro max_session_length() %}
    {{ return("interval '" ~ var('max_session_hours') ~ " hours'") }}
{% endmacro %}
