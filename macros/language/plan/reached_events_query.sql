{#-
  The raw events that leaves need: of their types, in the days that their windows reach,
  not after as_of_date. Needs the CTEs raw_events and bounds.

  groups: those of plan_leaves() whose source is events. context: notes the columns
  used.
-#}
{% macro reached_events_query(groups, bounds, context) %}
    {% set reaches = {} %}
    {% for group in groups %}
        {% set type = event_type_condition(group.events) %}
        {% for leaf in group.leaves.values() %}
            {% set conditions = ([type] if type else []) + window_condition(leaf.window, bounds) %}
            {% do reaches.update({'(' ~ (conditions or ['true']) | join(' and ') ~ ')': true}) %}
        {% endfor %}
    {% endfor %}
    {% set columns = ['tenant_id', 'customer_id', 'event_type', 'event_date', 'event_at'] %}
    {% set columns = (columns + context.event_columns.keys() | list) | unique | list %}
    {{ return(
        'select\n        ' ~ (columns | join(',\n        '))
        ~ '\n    from raw_events\n    cross join bounds\n    where\n'
        ~ '        event_date <= as_of_date\n        and (\n            '
        ~ (reaches.keys() | join('\n            or ')) ~ '\n        )'
    ) }}
{% endmacro %}
