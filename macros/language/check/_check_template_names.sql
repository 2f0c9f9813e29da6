{#- Two templates must not have one name. -#}
{% macro _check_template_names(definitions, context) %}
    {% set seen = {} %}
    {% for definition in definitions if definition.meta is mapping %}
        {% set name = definition.meta.template %}
        {% if name is string and name in seen %}
            {% do context.update({'file': definition.file, 'segment': definition.name}) %}
            {% do _problem(
                context, 'template', 'a second template of this name, the first is in '
                ~ seen[name], found=name, expected='unique names'
            ) %}
        {% elif name is string %}
            {% do seen.update({name: definition.file}) %}
        {% endif %}
    {% endfor %}
{% endmacro %}
