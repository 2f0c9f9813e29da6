{#- The condition that a use of a template stands for, its parameters filled in. -#}
{% macro expand_template(condition, context) %}
    {% set template = context.templates[condition.template] %}
    {% set values = {} %}
    {% for name, spec in (template.meta.parameters or {}).items() %}
        {% do values.update({name: condition.get('with', {}).get(name, spec.default)}) %}
    {% endfor %}
    {{ return(_fill_parameters(template.meta.criteria, values)) }}
{% endmacro %}
