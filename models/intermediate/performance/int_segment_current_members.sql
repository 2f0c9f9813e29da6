with evaluated_members as (

    select * from {{ ref('int_segment_evaluations') }}

),

-- a wrong definition moves nobody: its members are those of before
wrong_segments as (

    select
        tenant_id,
        segment_id
    from {{ ref('int_segment_versions') }}
    group by tenant_id, segment_id
    having max_by(status, valid_from) = 'invalid'

),

kept_members as (

    select
        transitions.tenant_id,
        transitions.segment_id,
        transitions.customer_id
    from {{ ref('segment_transitions') }} as transitions
    inner join wrong_segments
        on
            transitions.tenant_id = wrong_segments.tenant_id
            and transitions.segment_id = wrong_segments.segment_id
    group by
        transitions.tenant_id,
        transitions.segment_id,
        transitions.customer_id
    having max_by(transitions.transition, transitions.as_of_date) = 'entered'

),

final as (

    select * from evaluated_members
    union all
    select * from kept_members

)

select * from final
