{{ config(materialized='table') }}

-- depends_on: {{ ref('int_segment_versions') }}
-- depends_on: {{ ref('int_segment_reasons') }}
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

{% set rules = previous_rules() -%}
with members as (

    {{ segment_evaluations_query(rules) }}

),

evaluated as (

    select
        cast(null as varchar) as tenant_id,
        rules.segment_id,
        cast(null as varchar) as customer_id
    from (
        values
        (cast(null as varchar))
        {%- for definition in rules.definitions %},
        ({{ sql_text(definition.name) }})
        {%- endfor %}
    ) as rules (segment_id)
    where rules.segment_id is not null

)

select * from members
union all
select * from evaluated
