with identifying_rows as (

    select
        tenant_id,
        anonymous_id,
        customer_id,
        event_at
    from {{ ref('base_events') }}
    where
        rejection_reason is null
        and customer_id is not null
        and anonymous_id is not null
        and not {{ is_junk_id('anonymous_id') }}
        and {{ is_known('loaded_at') }}

),

-- an id that several customers have is that of the first
first_customers as (

    select
        tenant_id,
        anonymous_id,
        min({{ tuple_of(['event_at', 'customer_id']) }}) as first_row
    from identifying_rows
    group by tenant_id, anonymous_id

),

identities as (

    select
        tenant_id,
        anonymous_id,
        first_row.field_2 as customer_id, -- noqa: RF01
        first_row.field_1 as identified_at -- noqa: RF01
    from first_customers

),

final as (

    select
        *,
        row_number() over (
            partition by tenant_id, customer_id
            order by identified_at, anonymous_id
        ) <= {{ var('max_anonymous_ids') | int }} as is_absorbed
    from identities

)

select
    tenant_id,
    anonymous_id,
    customer_id,
    is_absorbed,
    identified_at
from final
