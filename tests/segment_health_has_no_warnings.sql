{{ config(
    severity='warn',
    meta={
        'what_to_do': 'Do what the message of each finding says, or change its '
        ~ 'limits: var monitoring in dbt_project.yml, or meta.monitoring '
        ~ 'of the segment.',
    },
) }}
{%- set findings = health_findings('warn') %}

{{- tell_findings('Segments', findings) }}

{{- findings }}
