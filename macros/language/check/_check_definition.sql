{#- Checks one definition: its name, the keys of its meta, and its criteria. -#}
{% macro _check_definition(definition, context) %}
    {% set meta = definition.meta %}
    {% if meta is not mapping or not meta %}
        {% do _problem(
            context, 'meta', 'a definition has its rules in config.meta',
            found=meta, expected='a mapping with criteria'
        ) %}
        {{ return(none) }}
    {% endif %}
    {% set kind = 'template' if 'template' in meta else 'segment' %}
    {% do _check_segment_name(definition.name, context) %}
    {% set allowed = [] %}
    {% for key, spec in context.vocabulary.meta_keys.items() if kind in spec.on %}
        {% do allowed.append(key) %}
    {% endfor %}
    {% for key, value in meta.items() %}
        {% if key not in allowed %}
            {% do _problem(
                context, 'meta', 'unknown key of a ' ~ kind, found=key, expected=allowed,
                suggestion=similar_name(key, allowed)
            ) %}
        {% else %}
            {% do _check_meta(key, value, context) %}
        {% endif %}
    {% endfor %}
    {% if 'criteria' not in meta %}
        {% do _problem(
            context, 'meta', 'a ' ~ kind ~ ' needs criteria', found=meta.keys() | list,
            expected='criteria'
        ) %}
    {% elif kind == 'segment' %}
        {% do _check_condition(meta.criteria, 'criteria', 'customer', 1, context) %}
    {% else %}
        {% do _check_template_criteria(definition, context) %}
    {% endif %}
{% endmacro %}
