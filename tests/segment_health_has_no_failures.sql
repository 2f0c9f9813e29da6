-- no check of segment_health is outside limits that the var monitoring calls a failure
{%- set findings = health_findings('fail') %}

{{- tell_findings('Segments', findings) }}

{{- findings }}
