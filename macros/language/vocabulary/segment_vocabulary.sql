{#-
  The words of the segment language, as data: the one place that lists them. Validation,
  compilation, the JSON Schema and the reference page all read it.
-#}
{% macro segment_vocabulary() %}
    {{ return({
        'forms': segment_forms(),
        'operators': segment_operators(),
        'measures': segment_measures(),
        'meta_keys': segment_meta_keys(),
        'health_checks': health_checks(),
        'windows': {
            'within': 'The days, or hours, that end with as_of_date: `30d`.',
            'between_ago': 'From the first duration back up to, not including, the '
                ~ 'window of the second: `[60d, 30d]`.',
            'between': 'Whole days, both included: `[2024-10-01, 2024-12-31]`.',
        },
        'units': {
            'h': {'name': 'hour', 'days': 1 / 24, 'most': 876000},
            'd': {'name': 'day', 'days': 1, 'most': 36500},
            'w': {'name': 'week', 'days': 7, 'most': 5200},
            'mo': {'name': 'month', 'days': 30.4, 'most': 1200},
            'y': {'name': 'year', 'days': 365, 'most': 100},
        },
        'segment_types': [
            'rfm', 'behavioral', 'cohort', 'custom', 'demographic', 'value_based',
            'lifecycle', 'predictive',
        ],
        'parameter_types': {
            'number': 'number',
            'text': 'text',
            'boolean': 'boolean',
            'date': 'date',
            'duration': 'duration',
            'list': 'scalars',
            'event': 'event',
        },
        'deepest_nesting': 30,
    }) }}
{% endmacro %}
