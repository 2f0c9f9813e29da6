{#-
  The aggregate expression of one leaf in the query of its group.

  source: days (rows of int_customer_event_days, one per day) or events (one per event).
  context: where a path that the leaf reads is noted. bounds: see window_condition().
-#}
{% macro leaf_aggregate(leaf, source, context, bounds) %}
    {% set conditions = window_condition(leaf.window, bounds) %}
    {% if leaf.where is not none %}
        {% do conditions.append(leaf.where) %}
    {% endif %}
    {% set value = none %}
    {% if source == 'events' and leaf.field is not none %}
        {% set attribute = _attribute({'property': leaf.field}, context, 'event') %}
        {% set value = attribute_as('text' if leaf.measure == 'distinct' else 'amount', attribute) %}
    {% endif %}
    {% set expressions = {
        'days': {
            'count': 'sum(event_count)', 'days': 'count(*)', 'sum': 'sum(event_value)',
            'values': 'sum(valued_event_count)', 'min': 'min(min_event_value)',
            'max': 'max(max_event_value)',
        },
        'events': {
            'count': 'count(*)', 'days': 'count(distinct event_date)',
            'sum': 'sum(' ~ value ~ ')', 'values': 'count(' ~ value ~ ')',
            'min': 'min(' ~ value ~ ')', 'max': 'max(' ~ value ~ ')',
            'distinct': 'count(distinct ' ~ value ~ ')',
        },
    } %}
    {% set filter = ' filter (where ' ~ (conditions | join(' and ')) ~ ')' if conditions else '' %}
    {{ return(expressions[source][leaf.measure] ~ filter) }}
{% endmacro %}
