{#-
  A segment that refers to a wrong one is wrong as well; noted so that none is built on
  it.
-#}
{% macro _check_references_are_right(context) %}
    {% set wrong = {} %}
    {% for problem in context.problems if problem.severity == 'error' %}
        {% do wrong.update({problem.segment: true}) %}
    {% endfor %}
    {% for name in segment_order(context) if wrong and name not in wrong %}
        {% for reference in context.references.get(name, []) if reference.to in wrong %}
            {% if loop.first %}
                {% do wrong.update({name: true}) %}
                {% do context.update({'file': reference.file, 'segment': name}) %}
                {% do _problem(
                    context, reference.path, 'refers to a segment that is wrong itself',
                    found=reference.to, expected='a right segment'
                ) %}
            {% endif %}
        {% endfor %}
    {% endfor %}
{% endmacro %}
