{#-
  Checks definitions and returns every problem: a list of {file, segment, path, severity
  (error or warning), message, found, expected, suggestion}; see problem_text().

  definitions: see segment_definitions(). context: see segment_context(); what the check
  learns on the way (references between segments, patterns) is left in it.
-#}
{% macro validate_segments(definitions, context) %}
    {% set seen = {} %}
    {% for definition in definitions %}
        {% do context.update({'file': definition.file, 'segment': definition.name}) %}
        {% if definition.name in seen %}
            {% do _problem(
                context, 'name', 'a second definition of this name, the first is in '
                ~ seen[definition.name], found=definition.name, expected='unique names'
            ) %}
        {% else %}
            {% do seen.update({definition.name: definition.file}) %}
        {% endif %}
        {% do _check_definition(definition, context) %}
    {% endfor %}
    {% do _check_template_names(definitions, context) %}
    {% do _check_cycles(context) %}
    {% do _check_patterns(context) %}
    {% do _check_references_are_right(context) %}
    {{ return(context.problems) }}
{% endmacro %}
