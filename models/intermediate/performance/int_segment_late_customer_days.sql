with first_evaluations as (

    select * from {{ ref('int_segment_first_evaluations') }}

),

first_evaluated_day as (

    select min(as_of_date) as as_of_date from first_evaluations

),

first_days as (

    select
        tenant_id,
        customer_id,
        {{ local_date('first_event_at') }} as first_event_date,
        {{ local_date('coalesce(signed_up_at, first_event_at)') }} as new_date
    from {{ ref('customer_behavior_summary') }}

),

late_customers as (

    select
        first_days.tenant_id,
        first_days.customer_id,
        first_days.new_date,
        first_evaluations.as_of_date
    from first_evaluations
    cross join first_evaluated_day
    inner join first_days
        on
            first_evaluations.tenant_id = first_days.tenant_id
            and first_evaluations.customer_id = first_days.customer_id
    where
        first_evaluations.as_of_date > first_evaluated_day.as_of_date
        and first_evaluations.as_of_date
        > least(first_days.new_date, first_days.first_event_date)

),

-- a union that keeps each day of a customer once
final as (

    select
        late_customers.tenant_id,
        late_customers.customer_id,
        daily.event_date,
        late_customers.as_of_date
    from {{ ref('int_customer_event_days') }} as daily
    inner join late_customers
        on
            daily.tenant_id = late_customers.tenant_id
            and daily.customer_id = late_customers.customer_id
            and daily.event_date < late_customers.as_of_date
    union distinct
    select
        tenant_id,
        customer_id,
        new_date as event_date,
        as_of_date
    from late_customers
    where new_date < as_of_date

)

select * from final
