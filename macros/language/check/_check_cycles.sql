{#-
  Finds segments that refer to themselves, straight or through others: what is left when
  segments whose references are all settled are taken away again and again.
-#}
{% macro _check_cycles(context) %}
    {% set settled = segment_order(context) %}
    {% set reported = [] %}
    {% for name in context.references if name not in settled and name not in reported %}
        {% set walk = [name] %}
        {% for step in range(context.references | length) if walk[-1] not in walk[:-1] %}
            {% for reference in context.references[walk[-1]] if reference.to not in settled %}
                {% if loop.first %}{% do walk.append(reference.to) %}{% endif %}
            {% endfor %}
        {% endfor %}
        {% set cycle = walk[walk.index(walk[-1]):] %}
        {% if cycle[0] not in reported %}
            {% set definition = context.segments[cycle[0]] %}
            {% do context.update({'file': definition.file, 'segment': cycle[0]}) %}
            {% do _problem(
                context, context.references[cycle[0]][0].path, 'a cycle of segments',
                found=cycle | join(' → '), expected='no way back to the same segment'
            ) %}
        {% endif %}
        {% do reported.extend(walk) %}
    {% endfor %}
{% endmacro %}
