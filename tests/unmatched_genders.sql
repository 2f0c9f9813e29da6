{{ config(
    severity='warn',
    meta={
        'what_to_do': 'Add the spellings to seeds/gender_spellings.csv, or correct '
        ~ 'them in the data.',
    },
) }}
{%- set spellings %}
select
    customers.gender,
    count(*) as customer_count
from {{ ref('int_customers') }} as customers
inner join {{ ref('customer_demographics') }} as demographics
    on
        customers.tenant_id = demographics.tenant_id
        and customers.customer_id = demographics.customer_id
where trim(customers.gender) != '' and demographics.gender_name is null
group by customers.gender
{%- endset %}

{{- tell_counts('Genders that seeds/gender_spellings.csv does not know', spellings) }}

{{- spellings }}
