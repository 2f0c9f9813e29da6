{#-
  The names of the segments in an order in which each comes after those it refers to.
  Needs the references that a check left in the context; segments of a cycle are left
  out.
-#}
{% macro segment_order(context) %}
    {% set order = {} %}
    {% set waiting = namespace(names=context.segments.keys() | list, progress=true) %}
    {% for attempt in range(waiting.names | length) if waiting.progress and waiting.names %}
        {% set left = [] %}
        {% for name in waiting.names %}
            {% set missing = [] %}
            {% for reference in context.references.get(name, []) if reference.to not in order %}
                {% do missing.append(reference.to) %}
            {% endfor %}
            {% if missing %}
                {% do left.append(name) %}
            {% else %}
                {% do order.update({name: true}) %}
            {% endif %}
        {% endfor %}
        {% set waiting.progress = left | length < waiting.names | length %}
        {% set waiting.names = left %}
    {% endfor %}
    {{ return(order.keys() | list) }}
{% endmacro %}
