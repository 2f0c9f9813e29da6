{#-
  The forms a condition can have. scopes: where the form may stand (`customer` in
  criteria, `event` in where). options: the keys that may stand beside it; `operators`
  stands for every operator, `measures` and `windows` likewise.
-#}
{% macro segment_forms() %}
    {{ return({
        'all': {
            'scopes': ['customer', 'event'], 'options': [],
            'docs': 'Every condition of the list holds.',
        },
        'any': {
            'scopes': ['customer', 'event'], 'options': [],
            'docs': 'At least one condition of the list holds.',
        },
        'not': {
            'scopes': ['customer', 'event'], 'options': [],
            'docs': 'The condition does not hold: the exact complement.',
        },
        'event': {
            'scopes': ['customer'],
            'options': ['where', 'windows', 'occurred', 'measures'],
            'docs': 'At least one event of the type (a name, a list of names or "*"), or '
                ~ 'what its measures ask for.',
        },
        'property': {
            'scopes': ['customer', 'event'], 'options': ['operators', 'ignore_case'],
            'docs': 'A column of customers or subscriptions, or a dotted path in '
                ~ 'properties; in where, of the event.',
        },
        'metric': {
            'scopes': ['customer'], 'options': ['operators', 'ignore_case'],
            'docs': 'A column of the customer marts.',
        },
        'segment': {
            'scopes': ['customer'], 'options': [],
            'docs': 'Is in that segment, or has that value of a dimension '
                ~ '(`dimension.value`).',
        },
        'match': {
            'scopes': ['customer'], 'options': [],
            'docs': 'Shorthand for all of several metrics and properties: `">= 5"`, '
                ~ '`"2-4"`, `"!= x"`, a list, a plain value.',
        },
        'template': {
            'scopes': ['customer'], 'options': ['with'],
            'docs': 'A template, expanded with the parameters in `with`.',
        },
    }) }}
{% endmacro %}
