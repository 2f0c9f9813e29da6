with definitions as (

    select * from {{ ref('int_cohort_definitions') }}

),

starts as (

    select * from {{ ref('int_cohort_starts') }}

),

joined as (

    select
        starts.tenant_id,
        definitions.definition_id,
        starts.customer_id,
        definitions.every,
        starts.joined_reason,
        {{ period_start('definitions.every', 'starts.joined_date') }} as cohort_date,
        starts.joined_date,
        starts.joined_at,
        starts.left_at
    from starts
    inner join definitions
        on
            starts.start_id = definitions.start_id
            and starts.tenant_id
            = coalesce(definitions.only_tenant_id, starts.tenant_id)
            and (
                definitions.every is not null
                or starts.joined_date
                between definitions.range_start_date and definitions.range_end_date
            )

),

final as (

    select
        tenant_id,
        case
            when every is null then definition_id
            else definition_id || '.' || {{ period_name('every', 'cohort_date') }}
        end as cohort_id,
        customer_id,
        definition_id,
        joined_reason,
        joined_date,
        joined_at,
        left_at
    from joined

)

select * from final
