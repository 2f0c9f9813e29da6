{{ config(severity='warn') }}
{%- set findings = health_findings('warn') %}

{{- tell_findings('Segments', findings) }}

{{- findings }}
