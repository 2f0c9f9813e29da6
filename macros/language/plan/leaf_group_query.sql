{#-
  The query of one group of leaves: one row per customer with such events, one column
  per leaf. Several event types are first brought together by day, so that a day counts
  once.

  group: see plan_leaves(). context, bounds: see leaf_aggregate().
-#}
{% macro leaf_group_query(group, context, bounds) %}
    {% set columns = [] %}
    {% for name, leaf in group.leaves.items() %}
        {% do columns.append(
            leaf_aggregate(leaf, group.source, context, bounds) ~ ' as ' ~ name
        ) %}
    {% endfor %}
    {% set type = event_type_condition(group.events) %}
    {% set filters = [type] if type else [] %}
    {% if group.source == 'days' %}
        {% set start = earliest_start(group.leaves.values(), bounds) %}
        {% if start %}{% do filters.append('event_date >= ' ~ start) %}{% endif %}
    {% endif %}
    {% set filter = '\n    where ' ~ (filters | join(' and ')) if filters else '' %}
    {% if group.source == 'events' %}
        {% set rows = 'stg_events\n    cross join int_as_of_date' %}
    {% elif group.events | length == 1 and type %}
        {% set rows = 'int_customer_event_days' %}
    {% else %}
        {% set rows = '(
        select
            tenant_id,
            customer_id,
            event_date,
            sum(event_count) as event_count,
            sum(valued_event_count) as valued_event_count,
            sum(event_value) as event_value,
            min(min_event_value) as min_event_value,
            max(max_event_value) as max_event_value
        from int_customer_event_days
        cross join bounds' ~ filter ~ '
        group by tenant_id, customer_id, event_date
    ) as int_customer_days' %}
        {% set filter = '' %}
    {% endif %}
    {{ return(
        'select\n        tenant_id,\n        customer_id,\n        '
        ~ (columns | join(',\n        ')) ~ '\n    from ' ~ rows
        ~ '\n    cross join bounds' ~ filter ~ '\n    group by tenant_id, customer_id'
    ) }}
{% endmacro %}
