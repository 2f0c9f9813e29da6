{#-
  The CTEs that compute all leaves, as a list of {name, sql}; the last one, `leaves`,
  has one row per customer of int_customers: a count, a sum or a number of days without
  events is 0, a least or greatest value is null. Needs the CTEs int_as_of_date,
  int_customers, all_event_days and raw_events.
-#}
{% macro leaf_ctes(context) %}
    {% set groups, bounds, queries = plan_leaves(context.leaves), {}, [] %}
    {% for group in groups %}
        {% do queries.append(
            {'name': group.name, 'sql': leaf_group_query(group, context, bounds)}
        ) %}
    {% endfor %}
    {% set by_event = groups | selectattr('source', 'equalto', 'events') | list %}
    {% set ctes = [] %}
    {% if by_event %}
        {% set reached = reached_events_query(by_event, bounds, context) %}
        {% do ctes.append({'name': 'reached_events', 'sql': reached}) %}
        {% do ctes.append({
            'name': 'stg_events',
            'sql': path_columns('reached_events', context.paths.event),
            'is_read_often': true,
        }) %}
    {% endif %}
    {% do ctes.insert(0, {'name': 'bounds', 'sql': bounds_query(bounds)}) %}
    {% do ctes.insert(1, {
        'name': 'int_customer_event_days',
        'sql': 'select all_event_days.*\n    from all_event_days\n    cross join int_as_of_date'
            ~ '\n    where event_date <= as_of_date',
    }) %}
    {{ return(ctes + queries + [{'name': 'leaves', 'sql': joined_leaves_query(groups)}]) }}
{% endmacro %}
