-- What happened to a customer, the newest first: milestones, stages and segments.
with milestones as (
    select unnest([
        {'day': cast(signed_up_at as date), 'what': 'signed up'},
        {'day': cast(first_event_at as date), 'what': 'first event'},
        {'day': cast(first_purchase_date as date), 'what': 'first order'},
        {'day': cast(last_purchase_date as date), 'what': 'last order'},
        {'day': cast(last_event_at as date), 'what': 'last event'}
    ], recursive := true)
    from customer_360
    where tenant_id = $tenant_id and customer_id = $customer_id
),

stages as (
    select unnest([
        {'day': consideration_date, 'what': 'reached the stage consideration'},
        {'day': decision_date, 'what': 'reached the stage decision'},
        {'day': retention_date, 'what': 'reached the stage retention'},
        {'day': advocacy_date, 'what': 'reached the stage advocacy'}
    ], recursive := true)
    from customer_journey
    where tenant_id = $tenant_id and customer_id = $customer_id
),

moves as (
    select
        transitions.as_of_date as day,
        transitions.transition as what,
        transitions.reason,
        segments.segment_id,
        segments.name
    from segment_transitions as transitions
    inner join customer_segments as segments
        on
            transitions.tenant_id = segments.tenant_id
            and transitions.segment_id = segments.segment_id
            and segments.is_current
    where transitions.tenant_id = $tenant_id and transitions.customer_id = $customer_id
)

select * from moves
union all by name
select * from milestones where day is not null
union all by name
select * from stages where day is not null
order by day desc, what, name
