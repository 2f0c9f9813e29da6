{{ config(
    severity='warn',
    meta={
        'what_to_do': 'See input_health. Mend the file or inputs/, or change the '
        ~ 'limits: var input_checks in dbt_project.yml.',
    },
) }}
{%- set findings = input_findings('warn') %}

{{- tell_findings('Inputs', findings) }}

{{- findings }}
