-- a tenant that no customer belongs to is most likely misspelt
{{ config(
    severity='warn',
    meta={
        'what_to_do': 'Correct meta.tenants of the segment; if it is right, it '
        ~ 'waits for the first customer of that tenant.',
    },
) }}
-- depends_on: {{ ref('int_customers') }}

{% if execute %}{{ unseen_tenants_query(ref('int_customers')) }}{% endif %}
