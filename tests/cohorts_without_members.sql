{{ config(
    severity='warn',
    meta={
        'what_to_do': 'Correct the event in the definition; if it is right, the '
        ~ 'cohort waits for its first event.',
    },
) }}

-- a definition for an event that nobody ever had is most likely misspelt
select
    definitions.definition_id,
    definitions.start_id
from {{ ref('int_cohort_definitions') }} as definitions
left join {{ ref('int_cohort_starts') }} as joined
    on definitions.start_id = joined.start_id
where definitions.start_id like 'event %'
group by definitions.definition_id, definitions.start_id
having count(joined.customer_id) = 0
