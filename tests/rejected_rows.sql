{{ config(
    severity='warn',
    meta={
        'what_to_do': 'See them in rejected_events, whose raw_row is the line as it '
        ~ 'was. Mend the file or the expression in inputs/, and build '
        ~ 'again.',
    },
) }}
{%- set reasons %}
select
    rejection_reason,
    count(*) as row_count
from {{ ref('rejected_events') }}
group by rejection_reason
{%- endset %}

{{- tell_counts('Rows of the events input were rejected', reasons) }}

{{- reasons }}
