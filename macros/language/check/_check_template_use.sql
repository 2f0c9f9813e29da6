{#- Checks the use of a template: its name, its parameters, and what it expands to. -#}
{% macro _check_template_use(condition, path, depth, context) %}
    {% set name, values = condition.template, condition.get('with', {}) %}
    {% set template = context.templates.get(name) if name is string %}
    {% set known = context.problems | length %}
    {% if not template %}
        {% do _problem(
            context, path ~ '.template', 'unknown template', found=name,
            expected=context.templates.keys() | sort,
            suggestion=similar_name(name, context.templates)
        ) %}
        {{ return(none) }}
    {% elif name in context.expanding %}
        {% do _problem(
            context, path ~ '.template', 'a template that uses itself',
            found=(context.expanding + [name]) | join(' → '), expected='no cycle'
        ) %}
        {{ return(none) }}
    {% elif values is not mapping %}
        {% do _problem(
            context, path ~ '.with', 'a value of the wrong type', found=values,
            expected='a mapping of parameters to values'
        ) %}
        {{ return(none) }}
    {% endif %}
    {% set parameters = template.meta.parameters or {} %}
    {% for key in values if key not in parameters %}
        {% do _problem(
            context, path ~ '.with', 'unknown parameter of ' ~ name, found=key,
            expected=parameters.keys() | list, suggestion=similar_name(key, parameters)
        ) %}
    {% endfor %}
    {% for key, spec in parameters.items() if spec is mapping %}
        {% set kind = context.vocabulary.parameter_types.get(spec.type) %}
        {% if key in values and kind %}
            {% do _check_operand(kind, values[key], path ~ '.with.' ~ key, context) %}
        {% elif key not in values and 'default' not in spec %}
            {% do _problem(
                context, path ~ '.with', 'a parameter of ' ~ name ~ ' is missing',
                expected=key ~ ': a ' ~ spec.type
            ) %}
        {% endif %}
    {% endfor %}
    {% if known == context.problems | length %}
        {% do context.expanding.append(name) %}
        {% do _check_condition(
            expand_template(condition, context), path ~ '.template(' ~ name ~ ')',
            'customer', depth + 1, context
        ) %}
        {% do context.expanding.pop() %}
    {% endif %}
{% endmacro %}
