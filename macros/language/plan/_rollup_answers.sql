{#-
  Whether int_customer_event_days can answer a leaf: no where, whole days, event_value.
-#}
{% macro _rollup_answers(leaf) %}
    {% set by_hours = [] %}
    {% for bound in [leaf.window['from'], leaf.window.to] if bound is mapping %}
        {% if bound.unit == 'h' %}{% do by_hours.append(bound) %}{% endif %}
    {% endfor %}
    {{ return(
        leaf.where is none and not by_hours and leaf.measure != 'distinct'
        and leaf.field in [none, 'event_value']
    ) }}
{% endmacro %}
