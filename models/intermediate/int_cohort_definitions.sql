{{ config(materialized='table') }}

{{ cohort_definitions_query() }}
