{#-
  The condition that an event is of one of some types; none when it is every event.
-#}
{% macro event_type_condition(events) %}
    {% if events == ['*'] %}
        {{ return(none) }}
    {% endif %}
    {% set names = [] %}
    {% for name in events %}{% do names.append(sql_text(name)) %}{% endfor %}
    {{ return(
        'event_type = ' ~ names[0] if names | length == 1
        else 'event_type in (' ~ (names | join(', ')) ~ ')'
    ) }}
{% endmacro %}
