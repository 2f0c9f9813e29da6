{{ config(severity='warn') }}
{%- set spellings %}
select
    coalesce(source, '') || ' / ' || coalesce(medium, '') as source_and_medium,
    event_count
from {{ ref('int_traffic_categories') }}
where traffic_category is null
{%- endset %}

{{- tell_counts(
    'Traffic that no pattern of seeds/traffic_channels.csv meets', spellings
) }}

{{- spellings }}
