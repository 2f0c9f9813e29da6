{#-
  A query for the rows of a relation with event_type that customers did themselves: what was
  done to them, as a message sent, is left out.
-#}
{% macro done_by_customers(relation) %}
    with outbound_types as (

        select event_type
        from {{ ref('int_event_type_roles') }}
        where not is_inbound

    )

    select *
    from {{ relation }}
    where event_type not in (select outbound_types.event_type from outbound_types)
{% endmacro %}
