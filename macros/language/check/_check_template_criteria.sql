{#-
  Checks the criteria of a template: its parameters exist, and, where each has a
  default, what it expands to with the defaults. Otherwise it is checked where it is
  used.
-#}
{% macro _check_template_criteria(definition, context) %}
    {% set parameters = definition.meta.parameters or {} %}
    {% set known = context.problems | length %}
    {% set used = [] %}
    {% do _used_parameters(definition.meta.criteria, used) %}
    {% for name in used | unique if name not in parameters %}
        {% do _problem(
            context, 'criteria', 'unknown parameter', found=name,
            expected=parameters.keys() | list, suggestion=similar_name(name, parameters)
        ) %}
    {% endfor %}
    {% for name in parameters if name not in used %}
        {% do _problem(
            context, 'parameters', 'a parameter that the criteria do not use', found=name,
            expected='{parameter: ' ~ name ~ '} in the criteria'
        ) %}
    {% endfor %}
    {% set without = [] %}
    {% if parameters is mapping %}
        {% for spec in parameters.values() if spec is not mapping or 'default' not in spec %}
            {% do without.append(spec) %}
        {% endfor %}
    {% endif %}
    {% if not without and known == context.problems | length
        and definition.meta.template in context.templates %}
        {% do context.expanding.append(definition.meta.template) %}
        {% do _check_condition(
            expand_template({'template': definition.meta.template}, context), 'criteria',
            'customer', 1, context
        ) %}
        {% do context.expanding.pop() %}
    {% endif %}
{% endmacro %}
