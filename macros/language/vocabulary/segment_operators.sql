{#-
  The operators. operand: the kind of value, see _check_operand. negates: the operator
  whose exact complement this is. measures: may compare an event measure too.
-#}
{% macro segment_operators() %}
    {{ return({
        'equals': {'operand': 'scalar', 'measures': true, 'docs': 'Is this value.'},
        'not_equals': {
            'operand': 'scalar', 'measures': true, 'negates': 'equals',
            'docs': 'Is not this value, or is missing.',
        },
        'gt': {'operand': 'ordered', 'measures': true, 'docs': 'Is more than.'},
        'gte': {'operand': 'ordered', 'measures': true, 'docs': 'Is at least.'},
        'lt': {'operand': 'ordered', 'measures': true, 'docs': 'Is less than.'},
        'lte': {'operand': 'ordered', 'measures': true, 'docs': 'Is at most.'},
        'between': {
            'operand': 'range', 'measures': true,
            'docs': 'Is between the two values, both included.',
        },
        'in': {'operand': 'scalars', 'measures': true, 'docs': 'Is one of the list.'},
        'not_in': {
            'operand': 'scalars', 'measures': true, 'negates': 'in',
            'docs': 'Is none of the list, or is missing.',
        },
        'contains': {'operand': 'text', 'docs': 'Has this text in it.'},
        'not_contains': {
            'operand': 'text', 'negates': 'contains',
            'docs': 'Does not have this text in it, or is missing.',
        },
        'starts_with': {'operand': 'text', 'docs': 'Begins with this text.'},
        'ends_with': {'operand': 'text', 'docs': 'Ends with this text.'},
        'matches': {
            'operand': 'pattern',
            'docs': 'This RE2 regular expression matches somewhere in it.',
        },
        'is_set': {
            'operand': 'boolean', 'docs': 'There is a value (true), or none (false).',
        },
        'before': {'operand': 'date', 'docs': 'Is a date before this day.'},
        'after': {'operand': 'date', 'docs': 'Is a date after this day.'},
        'within_last': {
            'operand': 'duration',
            'docs': 'Is a date in the window that ends with as_of_date.',
        },
        'older_than': {
            'operand': 'duration', 'docs': 'Is a date before that window.',
        },
    }) }}
{% endmacro %}
