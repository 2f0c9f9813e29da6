{#-
  The signals of var scores.pql: {name: {group, points or multiplier, when}}; those of
  the group urgency multiply.

  only: a group, or none for all of them.
-#}
{% macro pql_signals(only=none) %}
    {% set signals = {} %}
    {% for group, settings in var('scores').pql.items() if settings is mapping %}
        {% set members = settings if group == 'urgency' else settings.signals %}
        {% for name, signal in members.items() if only in [none, group] %}
            {% do signals.update({name: dict(signal, group=group)}) %}
        {% endfor %}
    {% endfor %}
    {{ return(signals) }}
{% endmacro %}
