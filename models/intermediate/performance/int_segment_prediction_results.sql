{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='append_new_columns',
    pre_hook="{{ clear_segment_days('computed_date') }}",
    full_refresh=var('forget_segment_history', false),
) }}

with due as (

    {{ due_predictions_query() }}

),

due_segments as (

    select
        prediction,
        called_date,
        called_segment_id as segment_id,
        true as is_called
    from due
    union all
    select
        prediction,
        called_date,
        entered_segment_id as segment_id,
        false as is_called
    from due
    where kind = 'entered'

),

spans as (

    select * from {{ ref('segment_members') }}

),

-- whoever was in any segment by then was known
customers as (

    select
        tenant_id,
        customer_id,
        min(joined_at) as known_from
    from spans
    group by tenant_id, customer_id

),

facts as (

    select
        due_segments.prediction,
        due_segments.called_date,
        spans.tenant_id,
        spans.customer_id,
        due_segments.is_called,
        not due_segments.is_called as is_true_already,
        false as has_happened
    from due_segments
    inner join spans on due_segments.segment_id = spans.segment_id
    where
        spans.joined_at <= due_segments.called_date
        and (spans.left_at is null or spans.left_at > due_segments.called_date)
    union all
    select
        due.prediction,
        due.called_date,
        happened.tenant_id,
        happened.customer_id,
        false as is_called,
        false as is_true_already,
        true as has_happened
    from due
    inner join {{ ref('int_segment_prediction_days') }} as happened
        on
            due.kind = happened.kind
            and due.entered_segment_id = happened.segment_id
            and due.called_date < happened.event_date
            and due.last_date >= happened.event_date

),

customer_facts as (

    select
        prediction,
        called_date,
        tenant_id,
        customer_id,
        bool_or(is_called) as is_called,
        bool_or(is_true_already) as is_true_already,
        bool_or(has_happened) as has_happened
    from facts
    group by prediction, called_date, tenant_id, customer_id

),

-- for whom it was true already, nothing was to be said
judged as (

    select
        due.prediction,
        due.definition_hash,
        due.called_date,
        customers.tenant_id,
        coalesce(customer_facts.is_called, false) as is_called,
        coalesce(customer_facts.has_happened, false) = due.is_expected as came_true
    from due
    inner join customers on due.called_date >= customers.known_from
    left join customer_facts
        on
            due.prediction = customer_facts.prediction
            and due.called_date = customer_facts.called_date
            and customers.tenant_id = customer_facts.tenant_id
            and customers.customer_id = customer_facts.customer_id
    where not coalesce(customer_facts.is_true_already, false)

),

final as (

    select
        tenant_id,
        prediction,
        definition_hash,
        count(*) filter (where is_called) as called_count,
        count(*) filter (where is_called and came_true) as came_true_count,
        count(*) as customer_count,
        count(*) filter (where came_true) as true_customer_count,
        called_date,
        (select as_of_date from {{ ref('int_as_of_date') }}) as computed_date
    from judged
    group by tenant_id, prediction, definition_hash, called_date

)

select * from final
