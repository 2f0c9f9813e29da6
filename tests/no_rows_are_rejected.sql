{{ config(
    severity='warn',
    meta={
        'what_to_do': 'See them in rejected_rows, with file, line and the row as it '
        ~ 'was. Mend the file or the expression in inputs/, and build again.',
    },
) }}
{%- set reasons %}
select
    case when input_table <> 'events' then input_table || ': ' else '' end
    || rejection_reason as rejection_reason,
    count(*) as row_count
from {{ ref('rejected_rows') }}
group by all
{%- endset %}

{{- tell_counts('Rows of the input were rejected', reasons) }}

{{- reasons }}
