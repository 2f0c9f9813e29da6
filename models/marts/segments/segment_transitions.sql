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

-- who would be a member today by the rule of before an edit
previous_rules as (

    select * from {{ ref('int_segment_previous_rules') }}

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
        case
            -- whom the rule of before moves as well, the data has moved
            when
                asked_rules.segment_id is not null
                and (transitions.transition = 'entered')
                = (members_by_previous_rules.customer_id is not null)
                then 'data'
            else reasons.reason
        end as reason,
        as_of_date.as_of_date
    from transitions
    inner join reasons
        on
            transitions.tenant_id = reasons.tenant_id
            and transitions.segment_id = reasons.segment_id
    left join previous_rules as asked_rules
        on
            reasons.reason = 'definition'
            and transitions.segment_id = asked_rules.segment_id
            and asked_rules.customer_id is null
    left join previous_rules as members_by_previous_rules
        on
            transitions.tenant_id = members_by_previous_rules.tenant_id
            and transitions.segment_id = members_by_previous_rules.segment_id
            and transitions.customer_id = members_by_previous_rules.customer_id
    cross join as_of_date

)

select * from final
