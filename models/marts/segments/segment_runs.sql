{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='append_new_columns',
    pre_hook="{{ clear_segment_days('as_of_date') }}",
    full_refresh=var('forget_segment_history', false),
) }}

-- what else is known on the day only: a day without it did not finish
-- depends_on: {{ ref('int_segment_day_snapshots') }}
-- depends_on: {{ ref('int_segment_first_evaluations') }}
with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

customers as (

    select count(*) as customer_count from {{ ref('int_customers') }}

),

members as (

    select count(*) as membership_count from {{ ref('int_segment_evaluations') }}

),

versions as (

    select count(*) as changed_definition_count
    from {{ ref('int_segment_versions') }}
    where valid_from = (select as_of_date.as_of_date from as_of_date)

),

transitions as (

    select
        count(*) filter (where transition = 'entered') as entered_count,
        count(*) filter (where transition = 'left') as left_count,
        coalesce(bit_xor({{ hash_of([
            'tenant_id', 'segment_id', 'customer_id', 'transition', 'reason'
        ]) }}), 0) as transition_checksum
    from {{ ref('segment_transitions') }}
    where as_of_date = (select as_of_date.as_of_date from as_of_date)

),

final as (

    select
        customers.customer_count,
        members.membership_count,
        versions.changed_definition_count,
        transitions.entered_count,
        transitions.left_count,
        cast(transitions.transition_checksum as ubigint) as transition_checksum,
        as_of_date.as_of_date,
        run_day.known_until
    from as_of_date
    cross join {{ run_day() }} as run_day
    cross join customers
    cross join members
    cross join versions
    cross join transitions

)

select * from final
