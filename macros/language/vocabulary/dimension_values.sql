{#- The values that a dimension can have, from the meta of its column, each once. -#}
{% macro dimension_values(meta) %}
    {% set values = [] %}
    {% for rule in meta.get('classify') or [] if rule is mapping and rule.value is defined %}
        {% do values.append(rule.value) %}
    {% endfor %}
    {{ return((values + (meta.get('values') or [])) | unique(case_sensitive=true) | list) }}
{% endmacro %}
