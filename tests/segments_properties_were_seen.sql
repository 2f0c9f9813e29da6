-- a property that no customer has ever had is most likely misspelt
{{ config(severity='warn') }}
-- depends_on: {{ ref('int_customers') }}

{% if execute %}{{ unseen_properties_query(ref('int_customers')) }}{% endif %}
