{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='append_new_columns',
    pre_hook="{{ clear_stale_days('as_of_date', 'int_segment_run_days') }}",
    post_hook="{{ remember_days(versions='int_segment_run_days') }}",
) }}

with stale_days as (

    {{ stale_days(versions='int_segment_run_days') }}

),

dimensions as (

    select
        tenant_id,
        segment_id,
        dimension,
        dimension_value
    from {{ ref('customer_segments') }}
    where dimension is not null and is_current

),

transitions as (

    select
        transitions.tenant_id,
        transitions.customer_id,
        dimensions.dimension,
        dimensions.dimension_value,
        transitions.transition,
        transitions.as_of_date
    from {{ ref('segment_transitions') }} as transitions
    inner join dimensions
        on
            transitions.tenant_id = dimensions.tenant_id
            and transitions.segment_id = dimensions.segment_id
    where transitions.as_of_date in (select stale_days.event_date from stale_days)

),

-- a customer has one value of a dimension, so leaves one and enters one
moves as (

    select
        tenant_id,
        customer_id,
        dimension,
        max(dimension_value) filter (where transition = 'left') as from_value,
        max(dimension_value) filter (where transition = 'entered') as to_value,
        as_of_date
    from transitions
    group by tenant_id, customer_id, dimension, as_of_date

),

final as (

    select
        tenant_id,
        dimension,
        from_value,
        to_value,
        count(*) as customer_count,
        as_of_date
    from moves
    group by tenant_id, dimension, from_value, to_value, as_of_date

)

select * from final
