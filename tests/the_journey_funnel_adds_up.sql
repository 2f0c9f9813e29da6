with funnel as (

    select * from {{ ref('journey_funnel') }}

),

journeys as (

    select
        tenant_id,
        count(*) as customer_count
    from {{ ref('customer_journey') }}
    group by tenant_id

),

final as (

    select
        funnel.tenant_id,
        funnel.stage
    from funnel
    inner join journeys
        on funnel.tenant_id = journeys.tenant_id
    left join funnel as next_stages
        on
            funnel.tenant_id = next_stages.tenant_id
            and funnel.stage_number + 1 = next_stages.stage_number
    where
        funnel.reached_count != funnel.moved_on_count + funnel.current_count
        or funnel.moved_on_count != coalesce(next_stages.reached_count, 0)
        or (funnel.stage_number = 1 and funnel.reached_count != journeys.customer_count)

)

select * from final
