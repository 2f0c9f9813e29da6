{{ config(materialized='table') }}

-- depends_on: {{ ref('int_as_of_date') }}
-- depends_on: {{ ref('int_customers') }}
-- depends_on: {{ ref('int_customer_event_days') }}
-- depends_on: {{ ref('stg_events') }}
-- every customer mart whose columns conditions may name
-- depends_on: {{ ref('customer_behavior_summary') }}
-- depends_on: {{ ref('customer_engagement') }}
-- depends_on: {{ ref('pql_scores') }}
-- depends_on: {{ ref('customer_value') }}
-- depends_on: {{ ref('customer_ltv_predictions') }}
-- depends_on: {{ ref('customer_demographics') }}
-- depends_on: {{ ref('customer_classifications') }}

{% set build = segment_build() %}
{{ segment_evaluations_query(build) }}
{% do warn_of_archived_windows(build.context.leaves) %}
