{{ config(
    severity='warn',
    meta={
        'what_to_do': 'Add the spellings to seeds/country_names.csv, or correct them '
        ~ 'in the data.',
    },
) }}
{%- set spellings %}
select
    customers.country,
    count(*) as customer_count
from {{ ref('int_customers') }} as customers
inner join {{ ref('customer_demographics') }} as demographics
    on
        customers.tenant_id = demographics.tenant_id
        and customers.customer_id = demographics.customer_id
where trim(customers.country) != '' and demographics.country_code is null
group by customers.country
{%- endset %}

{{- tell_counts('Countries that seeds/country_names.csv does not know', spellings) }}

{{- spellings }}
