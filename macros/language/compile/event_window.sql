{#-
  The window of an event condition, in one spelling for equal windows: {from, to} with
  `from` a duration ago or a date, `to` a duration ago or a date, both none for ever.
-#}
{% macro event_window(condition) %}
    {% if condition.within %}
        {{ return({'from': parse_duration(condition.within), 'to': none}) }}
    {% elif condition.between_ago %}
        {{ return({
            'from': parse_duration(condition.between_ago[0]),
            'to': parse_duration(condition.between_ago[1]),
        }) }}
    {% elif condition.between %}
        {{ return({'from': condition.between[0], 'to': condition.between[1]}) }}
    {% endif %}
    {{ return({'from': none, 'to': none}) }}
{% endmacro %}
