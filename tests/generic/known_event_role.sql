{#- Passes when a column's values are empty or roles that event types can have. -#}
{% test known_event_role(model, column_name) %}
    select {{ column_name }}
    from {{ model }}
    where
        {{ column_name }} is not null
        and {{ column_name }} not in ('{{ event_role_names() | join("', '") }}')
{% endtest %}
