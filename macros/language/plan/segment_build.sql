{#-
  Everything that a build needs to know of the segments: {definitions, context, wrong}.

  definitions: those of the files, then one per value of each tracked dimension. wrong:
  the names of definitions with errors, which only `strict_segments: false` lets
  through. There are none while dbt parses.
-#}
{% macro segment_build() %}
    {% if not execute %}
        {{ return({'definitions': [], 'context': {'leaves': {}}, 'wrong': {}}) }}
    {% endif %}
    {% set written = segment_definitions() %}
    {% set definitions = [] %}
    {% for definition in written + dimension_definitions() %}
        {% if definition.meta is not mapping or 'template' not in definition.meta %}
            {% do definitions.append(definition) %}
        {% endif %}
    {% endfor %}
    {% set context = segment_context(written + dimension_definitions()) %}
    {% set wrong = {} %}
    {% if not var('strict_segments', true) %}
        {% for problem in validate_segments(written, context) %}
            {% if problem.severity == 'error' %}
                {% do wrong.update({problem.segment: true}) %}
            {% endif %}
        {% endfor %}
    {% endif %}
    {{ return({'definitions': definitions, 'context': context, 'wrong': wrong}) }}
{% endmacro %}
