{{ config(materialized='table') }}

-- part of every run of a day, since its file may have been edited
-- depends_on: {{ ref('int_as_of_date') }}

{{ cohort_definitions_query() }}
