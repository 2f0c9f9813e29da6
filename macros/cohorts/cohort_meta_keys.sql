{#-
  The words of cohort definitions, as data: keys of config.meta, and what they may say.
  The checks read it, docs/cohorts.md explains them.
-#}
{% macro cohort_meta_keys() %}
    {% set periods = ['day', 'week', 'month', 'quarter'] %}
    {{ return({
        'cohort_type': {
            'values': ['acquisition', 'behavioral', 'value', 'engagement'],
            'docs': 'What sort of cohort it is.',
        },
        'starts_with': {
            'values': ['first_event', 'first_order', 'sign_up'],
            'docs': 'What lets a customer join.',
        },
        'first': {
            'docs': 'Instead: the first event of a type, `{event: NAME}` or a list of them.',
        },
        'entered_segment': {
            'docs': 'Instead: the first time in a segment, or in a `dimension.value`.',
        },
        'every': {
            'values': periods,
            'docs': 'One cohort for each such period in which somebody joined.',
        },
        'between': {
            'docs': 'Instead: one cohort of those who joined on these days, both included.',
        },
        'periods': {
            'values': periods,
            'docs': 'The periods of its retention: as `every`, or month, when absent.',
        },
        'up_to': {'docs': 'The last period of its retention; all of them when absent.'},
        'tenants': {'docs': 'The tenants that have it; every one when absent.'},
    }) }}
{% endmacro %}
