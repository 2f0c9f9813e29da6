with outbound_types as (

    select event_type
    from {{ ref('int_event_type_roles') }}
    where not is_inbound

),

final as (

    select *
    from {{ ref('int_customer_event_days') }}
    where event_type not in (select outbound_types.event_type from outbound_types)

)

select * from final
