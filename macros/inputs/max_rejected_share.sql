{#-
  The share of rows that may be rejected before a build stops: the key max_rejected_share
  of the events table in inputs/<name>.yml, else the var of that name.
-#}
{% macro max_rejected_share() %}
    {% set events = input_tables().get('events') or {} %}
    {{ return(events.get('max_rejected_share', var('max_rejected_share'))) }}
{% endmacro %}
