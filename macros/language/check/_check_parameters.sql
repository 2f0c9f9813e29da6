{#- Checks the parameters of a template: known types, defaults of that type. -#}
{% macro _check_parameters(parameters, context) %}
    {% set types = context.vocabulary.parameter_types %}
    {% if parameters is not mapping %}
        {% do _problem(
            context, 'parameters', 'a value of the wrong type', found=parameters,
            expected='a mapping of names to {type, default, description}'
        ) %}
        {{ return(none) }}
    {% endif %}
    {% for name, spec in parameters.items() %}
        {% set here = 'parameters.' ~ name %}
        {% set keys = ['type', 'default', 'description'] %}
        {% if spec is not mapping or spec.type not in types %}
            {% set given = spec.type if spec is mapping else spec %}
            {% do _problem(
                context, here, 'a parameter has a type', found=given,
                expected=types.keys() | list, suggestion=similar_name(given, types)
            ) %}
        {% else %}
            {% for key in spec if key not in keys %}
                {% do _problem(
                    context, here, 'unknown key of a parameter', found=key, expected=keys,
                    suggestion=similar_name(key, keys)
                ) %}
            {% endfor %}
            {% if 'default' in spec %}
                {% do _check_operand(
                    types[spec.type], spec.default, here ~ '.default', context
                ) %}
            {% endif %}
        {% endif %}
    {% endfor %}
{% endmacro %}
