{{ config(
    severity='warn',
    meta={
        'what_to_do': 'Add the spellings to seeds/us_regions.csv, or correct them in '
        ~ 'the data.',
    },
) }}
{%- set spellings %}
select
    customers.region,
    count(*) as customer_count
from {{ ref('int_customers') }} as customers
inner join {{ ref('customer_demographics') }} as demographics
    on
        customers.tenant_id = demographics.tenant_id
        and customers.customer_id = demographics.customer_id
where
    demographics.country_code = 'US'
    and trim(customers.region) != ''
    and demographics.us_state is null
group by customers.region
{%- endset %}

{{- tell_counts(
    'Regions of US customers that seeds/us_regions.csv does not know', spellings
) }}

{{- spellings }}
