{#-
  The keys of a definition's config.meta. kind: the kind of value, see _check_meta.
  on: what it may describe, a segment, a template or both.
-#}
{% macro segment_meta_keys() %}
    {{ return({
        'criteria': {
            'kind': 'condition', 'on': ['segment', 'template'],
            'docs': 'Who is in: one condition.',
        },
        'segment_type': {
            'kind': 'segment_type', 'on': ['segment'],
            'docs': 'What sort of segment it is; custom when absent.',
        },
        'tenants': {
            'kind': 'texts', 'on': ['segment'],
            'docs': 'The tenants that have this segment; every one when absent.',
        },
        'priority': {
            'kind': 'integer', 'on': ['segment'],
            'docs': 'Orders segments where one has to be picked, lowest first.',
        },
        'exclusive_set': {
            'kind': 'text', 'on': ['segment'],
            'docs': 'A customer in two segments of one set fails a test.',
        },
        'expected_share': {
            'kind': 'share', 'on': ['segment'],
            'docs': 'The share of the customers it should hold, lowest and highest; '
                ~ 'outside, a test warns.',
        },
        'playbook': {
            'kind': 'playbook', 'on': ['segment'],
            'docs': 'How to speak with its members: messaging, channels, cadence, content.',
        },
        'monitoring': {
            'kind': 'monitoring', 'on': ['segment'],
            'docs': 'Limits of segment_health that differ from those of the project.',
        },
        'template': {
            'kind': 'text', 'on': ['template'],
            'docs': 'Makes the definition a template of this name.',
        },
        'parameters': {
            'kind': 'parameters', 'on': ['template'],
            'docs': 'Its parameters, each with a type and perhaps a default.',
        },
    }) }}
{% endmacro %}
