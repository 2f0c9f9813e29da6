{#- Checks a reference to a segment, or to a value of a dimension, and notes it. -#}
{% macro _check_reference(name, path, context) %}
    {% if name is string and name in context.segments %}
        {% do context.references.setdefault(context.segment, []).append(
            {'to': name, 'path': path, 'file': context.file}
        ) %}
        {{ return(none) }}
    {% endif %}
    {% set dimension = (name | string).split('.')[0] %}
    {% set value = (name | string)[dimension | length + 1:] %}
    {% set described = context.metrics.get(dimension, {}) %}
    {% set values = described.get('values', []) %}
    {% set dimensions = [] %}
    {% for metric, spec in context.metrics.items() if spec.kind == 'text' %}
        {% do dimensions.append(metric) %}
    {% endfor %}
    {% if name is not string or '.' not in name %}
        {% do _problem(
            context, path, 'unknown segment', found=name,
            expected=context.segments.keys() | sort,
            suggestion=similar_name(name, context.segments)
        ) %}
    {% elif dimension not in dimensions %}
        {% do _problem(
            context, path, 'unknown dimension', found=dimension, expected=dimensions | sort,
            suggestion=similar_name(dimension, dimensions)
        ) %}
    {% elif dimension_value(described, value) is none %}
        {% do _problem(
            context, path, 'unknown value of ' ~ dimension, found=value, expected=values,
            suggestion=similar_name(value, values)
        ) %}
    {% endif %}
{% endmacro %}
