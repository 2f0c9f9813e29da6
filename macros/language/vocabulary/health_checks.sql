{#-
  The checks of segment_health, as data. on: what a row is about, a tenant, an exclusive
  set or a segment. settings: their kinds of value, in the var monitoring. own: those that
  a segment may set for itself in meta.monitoring. docs: what is checked. low, high: what
  to do about a value below or above the limits.
-#}
{% macro health_checks() %}
    {{ return({
        'coverage': {
            'on': 'tenant', 'settings': {'at_least': 'share'}, 'own': [],
            'docs': 'Share of the customers in any active segment or dimension value.',
            'low': 'find out why these customers were not evaluated',
            'high': '',
        },
        'coverage_by_definition': {
            'on': 'tenant', 'settings': {'at_least': 'share'}, 'own': [],
            'docs': 'Share of the customers in an active segment with its own definition.',
            'low': 'define a segment for them, or widen one',
            'high': '',
        },
        'actionable_segments': {
            'on': 'tenant', 'settings': {'at_least': 'number', 'at_most': 'number'},
            'own': [],
            'docs': 'Number of active segments that have a playbook.',
            'low': 'give meta.playbook to more of the segments that people act on',
            'high': 'merge or archive some; segment_overlap shows which are alike',
        },
        'exclusive_set': {
            'on': 'set', 'settings': {}, 'own': [],
            'docs': 'Customers in two or more segments of one exclusive set.',
            'low': '',
            'high': 'let their criteria rule each other out, or take one out of the set',
        },
        'expected_share': {
            'on': 'segment', 'settings': {}, 'own': ['severity'],
            'docs': 'Share of the customers, against expected_share of the definition.',
            'low': 'loosen its criteria, or correct expected_share',
            'high': 'tighten its criteria, or correct expected_share',
        },
        'empty': {
            'on': 'segment', 'settings': {'at_least': 'number', 'dimensions': 'boolean'},
            'own': ['at_least', 'severity'],
            'docs': 'Number of members.',
            'low': 'see `segments explain` for the condition that nobody meets, or '
                ~ 'archive it',
            'high': '',
        },
        'stale': {
            'on': 'segment', 'settings': {'days': 'days', 'dimensions': 'boolean'},
            'own': ['days', 'severity'],
            'docs': 'Days since anybody entered or left.',
            'low': '',
            'high': 'ask its owner whether it is still used, and archive it if not',
        },
        'size_change': {
            'on': 'segment',
            'settings': {
                'at_most': 'number', 'days': 'days', 'runs': 'days',
                'from_members': 'number', 'dimensions': 'boolean',
            },
            'own': ['at_most', 'from_members', 'severity'],
            'docs': 'Members now against the average of the days before, less 1.',
            'low': 'see who left and why in segment_transitions',
            'high': 'see who entered and why in segment_transitions',
        },
    }) }}
{% endmacro %}
