{{ config(
    severity='warn',
    meta={
        'what_to_do': 'Add each to seeds/event_roles.csv: a line per type and role, '
        ~ 'or one without a role to say that it has none.',
    },
) }}
{%- set types %}
select
    days.event_type,
    cast(sum(days.event_count) as bigint) as event_count
from {{ ref('int_customer_event_days') }} as days
left join {{ ref('event_roles') }} as roles
    on days.event_type = roles.event_type
where roles.event_type is null
group by days.event_type
{%- endset %}

{{- tell_counts('Event types that seeds/event_roles.csv does not list', types) }}

{{- types }}
