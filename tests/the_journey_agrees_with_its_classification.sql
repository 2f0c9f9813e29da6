with journeys as (

    select * from {{ ref('customer_journey') }}

),

classifications as (

    select * from {{ ref('customer_classifications') }}

),

final as (

    select
        journeys.tenant_id,
        journeys.customer_id,
        journeys.current_stage,
        classifications.journey_stage
    from journeys
    full outer join classifications
        on
            journeys.tenant_id = classifications.tenant_id
            and journeys.customer_id = classifications.customer_id
    where journeys.current_stage is distinct from classifications.journey_stage

)

select * from final
