with event_roles as (

    select * from {{ ref('event_roles') }}

),

final as (

    select
        event_type,
        {% for role in event_role_names() -%}
        bool_or(coalesce(role = '{{ role }}', false))
            as is_{{ role }}{{ ',' if not loop.last }}
        {% endfor %}
    from event_roles
    group by event_type

)

select * from final
