{{ config(severity='warn') }}
{%- set reasons %}
select
    rejection_reason,
    count(*) as row_count
from {{ ref('rejected_events') }}
group by rejection_reason
{%- endset %}

{{- tell_counts('Rows of the events input were rejected', reasons) }}

{{- reasons }}
