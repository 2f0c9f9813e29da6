with event_roles as (

    select
        listed.event_type,
        listed.role,
        -- a list of roles that was written before there was the column has none
        try_cast({{ json_text(row_as_json('listed'), 'inbound') }} as boolean)
            as inbound
    from {{ ref('event_roles') }} as listed

),

final as (

    select
        event_type,
        {% for role in event_role_names() -%}
        bool_or(coalesce(role = '{{ role }}', false)) as is_{{ role }},
        {% endfor -%}
        -- a message that somebody gets is not what they did; an order always is
        bool_or(coalesce(role = 'purchase', false))
        or bool_and(coalesce(inbound, role not in ('email_sent', 'sms_sent'), true))
            as is_inbound
    from event_roles
    group by event_type

)

select * from final
