{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='append_new_columns',
    pre_hook="{{ clear_segment_days('as_of_date') }}",
    full_refresh=var('forget_segment_history', false),
) }}

{{ check_segment_day() }}
with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

members as (

    select * from {{ ref('int_segment_evaluations') }}

),

reasons as (

    select * from {{ ref('int_segment_reasons') }}

),

previous_members as (

    {% if is_incremental() -%}
    {{ previous_members_query() }}
    {%- else -%}
    select
        tenant_id,
        segment_id,
        customer_id
    from members
    where false
    {%- endif %}

),

transitions as (

    select
        coalesce(members.tenant_id, previous_members.tenant_id) as tenant_id,
        coalesce(members.segment_id, previous_members.segment_id) as segment_id,
        coalesce(members.customer_id, previous_members.customer_id) as customer_id,
        case
            when members.customer_id is null then 'left' else 'entered'
        end as transition
    from members
    full join previous_members
        on
            members.tenant_id = previous_members.tenant_id
            and members.segment_id = previous_members.segment_id
            and members.customer_id = previous_members.customer_id
    where members.customer_id is null or previous_members.customer_id is null

),

final as (

    select
        transitions.tenant_id,
        transitions.segment_id,
        transitions.customer_id,
        transitions.transition,
        reasons.reason,
        as_of_date.as_of_date
    from transitions
    inner join reasons
        on
            transitions.tenant_id = reasons.tenant_id
            and transitions.segment_id = reasons.segment_id
    cross join as_of_date

)

select * from final
