with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

cohorts as (

    select * from {{ ref('cohorts') }}

),

first_days as (

    select
        tenant_id,
        min(event_date) as first_event_date
    from {{ ref('int_customer_event_days') }}
    group by tenant_id

),

joined as (

    select
        tenant_id,
        cohort_id,
        count(*) as customer_count,
        min(joined_date) as first_joined_date,
        max(joined_date) as last_joined_date
    from {{ ref('cohort_members') }}
    group by tenant_id, cohort_id

),

joined_periods as (

    select
        cohorts.tenant_id,
        cohorts.cohort_id,
        cohorts.definition_id,
        cohorts.start_id,
        cohorts.period,
        cohorts.is_complete as is_cohort_complete,
        joined.customer_count,
        {{ period_start('cohorts.period', 'joined.first_joined_date') }}
            as first_period_date,
        {{ period_start('cohorts.period', 'joined.last_joined_date') }}
            as last_period_date,
        {{ period_start('cohorts.period', 'as_of_date.as_of_date') }}
            as running_period_date,
        first_days.first_event_date,
        as_of_date.as_of_date
    from cohorts
    inner join joined
        on
            cohorts.tenant_id = joined.tenant_id
            and cohorts.cohort_id = joined.cohort_id
    left join first_days on cohorts.tenant_id = first_days.tenant_id
    cross join as_of_date

),

-- as many periods as the oldest cohort of a definition has begun
measured as (

    select
        *,
        max({{ periods_between(
            'period', 'first_period_date', 'running_period_date'
        ) }}) over (partition by tenant_id, definition_id) as last_period_number
    from joined_periods

),

numbers as (

    {{ number_series(
        0, '(select max(measured.last_period_number) + 1 from measured)'
    ) }}

),

dated as (

    select
        measured.*,
        cast(numbers.number as integer) as period_number,
        {{ period_after('period', 'first_period_date', 'number') }} as first_start_date,
        {{ period_after('period', 'first_period_date', 'number + 1') }} - 1
            as first_end_date,
        {{ period_after('period', 'last_period_date', 'number') }} as last_start_date,
        {{ period_after('period', 'last_period_date', 'number + 1') }} - 1
            as last_end_date
    from measured
    inner join numbers on measured.last_period_number >= numbers.number

),

final as (

    select
        tenant_id,
        cohort_id,
        definition_id,
        start_id,
        period,
        period_number,
        customer_count,
        coalesce(first_end_date >= first_event_date, false)
        and last_start_date <= as_of_date as is_known,
        coalesce(first_end_date >= first_event_date, false)
        and last_end_date <= as_of_date
        and is_cohort_complete as is_complete,
        first_start_date as period_start_date,
        last_end_date as period_end_date
    from dated

)

select * from final
