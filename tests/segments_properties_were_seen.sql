-- a property that no customer has ever had is most likely misspelt
{{ config(
    severity='warn',
    meta={
        'what_to_do': 'Correct the name in the criteria of the segment; if it is '
        ~ 'right, the segment waits for the first customer who has it.',
    },
) }}
-- depends_on: {{ ref('int_customers') }}

{% if execute %}{{ unseen_properties_query(ref('int_customers')) }}{% endif %}
