{{ config(
    severity='warn',
    meta={
        'what_to_do': 'Add a pattern to seeds/traffic_channels.csv; without one the '
        ~ 'traffic counts as Other.',
    },
) }}
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
