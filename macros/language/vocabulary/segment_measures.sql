{#-
  The measures of an event condition. of: the measure reads a field of the event.
  nothing: what it is for a customer without such events.
-#}
{% macro segment_measures() %}
    {{ return({
        'count': {'of': false, 'nothing': '0', 'docs': 'How many such events.'},
        'distinct': {
            'of': true, 'nothing': '0', 'docs': 'How many different texts of a field.',
        },
        'days': {'of': false, 'nothing': '0', 'docs': 'On how many days.'},
        'sum': {'of': true, 'nothing': '0', 'docs': 'The sum of a field.'},
        'avg': {'of': true, 'nothing': 'missing', 'docs': 'The mean of a field.'},
        'min': {'of': true, 'nothing': 'missing', 'docs': 'The least of a field.'},
        'max': {'of': true, 'nothing': 'missing', 'docs': 'The greatest of a field.'},
    }) }}
{% endmacro %}
